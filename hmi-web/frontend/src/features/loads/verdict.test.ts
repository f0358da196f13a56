import { describe, expect, it } from "vitest";
import type { LoadRow } from "../../api/types";
import { standingOf } from "./verdict";

const load = (over: Partial<LoadRow>): LoadRow => ({
  id: "1",
  dock: "X1",
  state: "loading",
  verdict: "open",
  parcels: 3,
  loaded: 1,
  missing: 2,
  surplus: 0,
  passes: 0,
  openedAt: "2026-01-01T00:00:00Z",
  ...over,
});

describe("how a load stands", () => {
  it("is calm while it is being loaded", () => {
    expect(standingOf(load({}))).toBe("loading");
  });
  it("is calm while its last parcels are on their way", () => {
    expect(standingOf(load({ state: "checking" }))).toBe("loading");
  });
  it("is wrong once somebody wants it to leave and a parcel is missing", () => {
    expect(standingOf(load({ state: "checking", passes: 1 }))).toBe("open");
  });
  it("is wrong as soon as something too much is on it", () => {
    expect(standingOf(load({ surplus: 1 }))).toBe("surplus");
  });
  it("keeps saying that a person let it go", () => {
    expect(standingOf(load({ state: "left", verdict: "closedByHand" }))).toBe("closedByHand");
  });
});
