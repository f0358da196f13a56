import { describe, expect, it } from "vitest";
import type { StationWeight } from "../../api/types";
import { weighingOf } from "./weighing";

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

  it("says nothing where the books know no weight", () => {
    expect(weighingOf(scale, 0)).toMatchObject({ verdict: "unknown" });
  });
});
