import { describe, expect, it } from "vitest";
import type { Floor } from "../../api/types";
import { areaOf, distanceToPiece, isInView, laneKey, laneNamed, nearestLane, nodesOf } from "./nodes";

const node = (id: string, x: number, y: number) => ({ id, x, y, kind: "lane", zone: null });
const floor: Floor = {
  site: "small",
  nodes: [node("A", 0, 0), node("B", 10, 0), node("C", 10, 10)],
  lanes: [
    { from: "A", to: "B", twoWay: true },
    { from: "B", to: "C", twoWay: false },
  ],
  stations: [],
  readPoints: [],
  bounds: { minX: 0, minY: 0, maxX: 10, maxY: 10 },
};

describe("the lanes under a finger", () => {
  it("is the nearest within reach", () => {
    expect(nearestLane(floor, { x: 4, y: 0.3 }, 0.5)).toBe(floor.lanes[0]);
    expect(nearestLane(floor, { x: 9.8, y: 6 }, 0.5)).toBe(floor.lanes[1]);
    expect(nearestLane(floor, { x: 4, y: 3 }, 0.5)).toBeUndefined();
  });

  it("ends at its nodes", () => {
    expect(distanceToPiece({ x: -3, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBeCloseTo(5);
    expect(distanceToPiece({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBeCloseTo(5);
  });

  it("is found again by its name", () => {
    expect(laneNamed(floor, laneKey({ from: "B", to: "C" }))).toBe(floor.lanes[1]);
    expect(laneNamed(floor, "A")).toBeUndefined();
    expect(nodesOf(floor)).toBe(nodesOf(floor));
  });

  it("is drawn only where it can be seen", () => {
    const view = { centreX: 5, centreY: 5, pxPerM: 10 };
    const size = { width: 100, height: 60 };
    expect(areaOf(view, size)).toEqual({ minX: 0, minY: 2, maxX: 10, maxY: 8 });
    expect(isInView(view, size, { x: 10.5, y: 5 })).toBe(true);
    expect(isInView(view, size, { x: 5, y: 9.5 })).toBe(false);
  });
});
