import type { StationWeight } from "../../api/types";

/** What the scale says about a load that should weigh so much. Only a load that lies still is a weight. */
export type Weighing =
  | { state: "silent" | "overload" | "moving" | "empty" }
  | { state: "weight"; grams: number; verdict: "fits" | "differs" | "unknown"; tolerance: number };

/** @param expectedG 0 when the books do not know a weight */
export function weighingOf(scale: StationWeight, expectedG: number): Weighing {
  if (!scale.connected) return { state: "silent" };
  if (scale.overload) return { state: "overload" };
  if (typeof scale.stableG !== "number") return { state: "moving" };
  if (scale.stableG <= 0) return { state: "empty" };
  const tolerance = Math.max(scale.toleranceG, Math.round((expectedG * scale.tolerancePercent) / 100));
  const differs = Math.abs(scale.stableG - expectedG) > tolerance;
  return {
    state: "weight",
    grams: scale.stableG,
    tolerance,
    verdict: expectedG <= 0 ? "unknown" : differs ? "differs" : "fits",
  };
}
