import type { TFunction } from "i18next";
import { word } from "./server";

/** A trouble as a sentence in the reader's language. Values that are missing leave no braces behind. */
export function troubleWords(t: TFunction, trouble: string, params: Record<string, string> = {}): string {
  const blank = { port: "", address: "", unit: "", code: "–", command: "", found: "–", expected: "–", point: "", seconds: "" };
  const needs = (params.needs ?? "")
    .split(",")
    .filter((need) => need !== "")
    .map((need) => word(t, "devices.printerNeeds", need))
    .join(", ");
  return word(t, "devices.troubles", trouble, { ...blank, ...params, needs }).trim();
}
