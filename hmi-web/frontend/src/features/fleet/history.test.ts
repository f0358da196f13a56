import { describe, expect, it } from "vitest";
import type { VehicleHistory } from "../../api/types";
import { curves, stretches, sums, utilisation } from "./history";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 6, minute)).toISOString();

const history: VehicleHistory = {
  from: at(0),
  to: at(60),
  spans: [
    { from: at(-10), to: at(15), activity: "driving", transport: "T1" },
    { from: at(15), to: at(30), activity: "waiting", transport: "T1" },
  ],
  charge: [
    { at: at(0), percent: 80 },
    { at: at(6), percent: 79 },
    { at: at(30), percent: 70 },
  ],
  use: [
    {
      hour: at(0),
      parts: [
        { activity: "driving", seconds: 900 },
        { activity: "waiting", seconds: 900 },
        { activity: "unknown", seconds: 100 },
      ],
    },
  ],
};

describe("what a vehicle did", () => {
  it("begins where the picture begins", () => {
    expect(stretches(history)).toMatchObject([
      { left: 0, width: 0.25, activity: "driving" },
      { left: 0.25, width: 0.25, activity: "waiting" },
    ]);
  });

  it("breaks the battery curve where nobody looked", () => {
    expect(curves(history).map((piece) => piece.length)).toEqual([2, 1]);
  });

  it("is of use while it drives and handles loads, of the time it was watched", () => {
    expect(utilisation(sums(history))).toBeCloseTo(0.5);
    expect(utilisation([])).toBeNull();
  });
});
