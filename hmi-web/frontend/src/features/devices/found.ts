import type { TFunction } from "i18next";
import { word } from "../../i18n/server";
import { valueText } from "./telegram";

/** What a device says of itself or was found to do, in words where they are words of ours. */
export function foundText(t: TFunction, fact: string, value: unknown): string {
  if (typeof value === "boolean") return value ? t("ui.yes") : t("ui.no");
  if (Array.isArray(value)) return value.map((one) => foundText(t, fact, one)).join(", ");
  if (fact === "regions" && typeof value === "string") return word(t, "devices.regionNames", value);
  if (fact === "status" && typeof value === "string") return word(t, "devices.printerStates", value);
  return valueText(value);
}
