import type { Job, StationWeight } from "../../api/types";

/** What the scale says about a load that should weigh so much. Only a load that lies still is a weight. */
export type Weighing =
  | { state: "silent" | "overload" | "moving" | "empty" }
  | { state: "weight"; grams: number; difference: number; verdict: "fits" | "differs" | "unknown"; tolerance: number };

/** What lies on the scale and what it should weigh. */
export type Weighed = { unit: string | null; expectedG: number };

/**
 * What the scale of the station is to be compared with: the parcel that is packed, or the pallet whose scan was
 * refused for its weight. Pallets of a truck come in any order, so before that scan nobody knows which one it is.
 */
export function weighedOf(job: Job, refusedCode: string | null): Weighed | null {
  if (job.kind === "pack" && job.pack) return { unit: null, expectedG: job.pack.weightG };
  if (job.kind !== "unload" || !job.unload || refusedCode === null) return null;
  const pallet = job.unload.pallets.find((one) => one.sscc === refusedCode && !one.seenAt);
  return pallet ? { unit: pallet.sscc, expectedG: pallet.weightG } : null;
}

/** @param expectedG 0 when the books do not know a weight */
export function weighingOf(scale: StationWeight, expectedG: number): Weighing {
  if (!scale.connected) return { state: "silent" };
  if (scale.overload) return { state: "overload" };
  if (typeof scale.stableG !== "number") return { state: "moving" };
  if (scale.stableG <= 0) return { state: "empty" };
  const tolerance = Math.max(scale.toleranceG, Math.round((expectedG * scale.tolerancePercent) / 100));
  const difference = scale.stableG - expectedG;
  const differs = Math.abs(difference) > tolerance;
  return {
    state: "weight",
    grams: scale.stableG,
    difference,
    tolerance,
    verdict: expectedG <= 0 ? "unknown" : differs ? "differs" : "fits",
  };
}
