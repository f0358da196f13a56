import { describe, expect, it } from "vitest";
import type { VehicleLive } from "../../api/types";
import { absorb, ageOf, drawnAt, isStale, nothingYet, staleAfterMs } from "./liveFloor";

const report = (change: Partial<VehicleLive> = {}): VehicleLive => ({
  id: "AGV-01",
  x: 1,
  y: 1,
  theta: 0,
  state: "executing",
  battery: 80,
  loadId: null,
  ageMs: 100,
  base: [],
  horizon: [],
  further: [],
  ...change,
});

const frame = (vehicles: VehicleLive[], units: { sscc: string; place: string | null }[] = []) => ({
  full: false,
  t: "2026-01-01T00:00:00Z",
  vehicles,
  units,
  speed: 1,
});

const seenIn = (state: typeof nothingYet) => {
  const seen = state.vehicles.get("AGV-01");
  if (!seen) throw new Error("AGV-01 is missing");
  return seen;
};

describe("the live floor", () => {
  it("keeps vehicles that a frame does not mention", () => {
    const first = absorb(nothingYet, frame([report(), report({ id: "AGV-02" })]), 0);
    const second = absorb(first, frame([report({ x: 2 })]), 250);
    expect([...second.vehicles.keys()]).toEqual(["AGV-01", "AGV-02"]);
  });

  it("glides from where a vehicle was drawn to where it is", () => {
    const first = absorb(nothingYet, frame([report()]), 0);
    const second = absorb(first, frame([report({ x: 2 })]), 1000);
    expect(drawnAt(seenIn(second), 1000)?.x).toBeCloseTo(1);
    expect(drawnAt(seenIn(second), 1150)?.x).toBeCloseTo(1.5);
    expect(drawnAt(seenIn(second), 1400)?.x).toBeCloseTo(2);
  });

  it("does not draw a vehicle that never said where it is", () => {
    const state = absorb(nothingYet, frame([report({ x: null, y: null, theta: null, ageMs: null })]), 0);
    expect(drawnAt(seenIn(state), 0)).toBeNull();
    expect(isStale(seenIn(state), "open", 0, 0)).toBe(true);
  });

  it("lets ages grow between frames and calls old values stale", () => {
    const state = absorb(nothingYet, frame([report({ ageMs: 400 })]), 1000);
    expect(ageOf(seenIn(state), 1600)).toBe(1000);
    expect(isStale(seenIn(state), "open", 1000, 1600)).toBe(false);
    expect(isStale(seenIn(state), "open", 1000, 1000 + staleAfterMs)).toBe(true);
  });

  it("calls everything stale soon after the connection is lost", () => {
    const state = absorb(nothingYet, frame([report({ ageMs: 0 })]), 1000);
    expect(isStale(seenIn(state), "lost", 1000, 3500)).toBe(true);
  });

  it("never shows the last word of a vehicle that the server calls unknown", () => {
    const state = absorb(nothingYet, frame([report({ state: "unknown", ageMs: 10 })]), 0);
    expect(isStale(seenIn(state), "open", 0, 0)).toBe(true);
  });

  it("moves a unit from its old place to its new one", () => {
    const first = absorb(nothingYet, frame([], [{ sscc: "1", place: "D1" }]), 0);
    const moved = absorb(first, frame([], [{ sscc: "1", place: "S-01-01" }]), 250);
    expect([...moved.unitAt]).toEqual([["S-01-01", "1"]]);
    const gone = absorb(moved, frame([], [{ sscc: "1", place: null }]), 500);
    expect(gone.unitAt.size).toBe(0);
  });

  it("forgets units that left while the connection was down", () => {
    const before = absorb(nothingYet, frame([report()], [{ sscc: "1", place: "D1" }]), 0);
    const after = absorb(before, { ...frame([report()], [{ sscc: "2", place: "D2" }]), full: true }, 9000);
    expect([...after.unitAt]).toEqual([["D2", "2"]]);
  });
});
