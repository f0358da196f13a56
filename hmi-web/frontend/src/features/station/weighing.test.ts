import { describe, expect, it } from "vitest";
import type { Job, StationWeight } from "../../api/types";
import { weighedOf, weighingOf } from "./weighing";

const scale: StationWeight = {
  station: "PICK-1",
  scale: "scale-1",
  connected: true,
  shownG: 2_000,
  stableG: 2_000,
  overload: false,
  tolerancePercent: 3,
  toleranceG: 50,
  at: null,
};

describe("what a scale says", () => {
  it("compares only a load that lies still", () => {
    expect(weighingOf({ ...scale, stableG: null }, 2_000)).toEqual({ state: "moving" });
    expect(weighingOf({ ...scale, connected: false }, 2_000)).toEqual({ state: "silent" });
    expect(weighingOf({ ...scale, overload: true, stableG: null }, 2_000)).toEqual({ state: "overload" });
    expect(weighingOf({ ...scale, stableG: 0 }, 2_000)).toEqual({ state: "empty" });
  });

  it("takes the larger tolerance", () => {
    expect(weighingOf(scale, 2_060)).toMatchObject({ verdict: "fits", tolerance: 62 });
    expect(weighingOf(scale, 2_063)).toMatchObject({ verdict: "differs" });
    expect(weighingOf({ ...scale, stableG: 140 }, 100)).toMatchObject({ verdict: "fits", tolerance: 50 });
  });

  it("says by how much it differs", () => {
    expect(weighingOf(scale, 2_500)).toMatchObject({ verdict: "differs", difference: -500 });
  });

  it("compares a pallet of a truck once its scan was refused, and no longer when the portal has seen it", () => {
    const pallet = { sscc: "106141412345678908", item: "I-7", name: "Bolts", quantity: 3, weightG: 900, state: "expected" };
    const job = (seenAt: string | null) =>
      ({ kind: "unload", unload: { pallets: [{ ...pallet, seenAt }] } }) as unknown as Job;
    expect(weighedOf(job(null), null)).toBeNull();
    expect(weighedOf(job(null), pallet.sscc)).toEqual({ unit: pallet.sscc, expectedG: 900 });
    expect(weighedOf(job("2026-11-22T08:00:00Z"), pallet.sscc)).toBeNull();
  });

  it("says nothing where the books know no weight", () => {
    expect(weighingOf(scale, 0)).toMatchObject({ verdict: "unknown" });
  });
});
