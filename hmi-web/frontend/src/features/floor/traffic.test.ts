import { describe, expect, it } from "vitest";
import type { VehicleLive } from "../../api/types";
import { holdUps, waitsOf } from "./traffic";

function vehicle(id: string, waitsFor?: string, since = "2026-03-01T06:00:00Z"): VehicleLive {
  return {
    id,
    x: 0,
    y: 0,
    theta: 0,
    state: "waiting",
    battery: 80,
    loadId: null,
    ageMs: 0,
    base: [],
    horizon: [],
    further: [],
    waitsFor: waitsFor ? { vehicle: waitsFor, place: "L-1", reason: "vehicle.waits.passing", since } : null,
    transport: null,
    at: "L-2",
    sent: null,
  };
}

describe("who waits for whom", () => {
  it("names the one at the head of each queue, longest wait first", () => {
    const waits = waitsOf([
      vehicle("A", "B", "2026-03-01T06:00:09Z"),
      vehicle("B", "C", "2026-03-01T06:00:03Z"),
      vehicle("C"),
    ]);
    expect(waits.map((one) => one.vehicle)).toEqual(["B", "A"]);
    expect(waits.map((one) => one.behind)).toEqual(["C", "C"]);
    expect(holdUps(waits)).toEqual([{ vehicle: "C", behind: 2 }]);
  });

  it("has no head in a circle", () => {
    const waits = waitsOf([vehicle("A", "B"), vehicle("B", "A"), vehicle("D", "A")]);
    expect(waits.map((one) => one.behind)).toEqual([null, null, null]);
    expect(holdUps(waits)).toEqual([]);
  });
});
