import type { TFunction } from "i18next";
import type { WaitsFor } from "../../api/types";
import { whyText } from "../../i18n/server";

/** "waits for AGV-03 to leave L-12: crossing traffic", as much of it as is known. */
export function waitsText(t: TFunction, waits: WaitsFor | null | undefined): string | null {
  if (!waits) return null;
  const reason = waits.reason ? whyText(t, waits.reason) : "";
  const place = waits.place ?? "–";
  if (waits.vehicle) return [t("floor.waits", { vehicle: waits.vehicle, place }), reason].filter(Boolean).join(" · ");
  if (waits.place) return [t("floor.waitsPlace", { place }), reason].filter(Boolean).join(" · ");
  return reason || null;
}

export function batteryText(percent: number | null | undefined): string {
  return typeof percent === "number" ? `${Math.round(percent)} %` : "–";
}
