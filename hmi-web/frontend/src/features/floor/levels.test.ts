import { describe, expect, it } from "vitest";
import type { Floor, VehicleLive } from "../../api/types";
import { isOnLevel, levelsOf, onLevel } from "./levels";
import { nodesOf } from "./nodes";

const node = (id: string, map: string | null) => ({ id, x: 0, y: 0, kind: "lane", zone: null, map });

const floor: Floor = {
  site: "hall",
  nodes: [node("A", "ground"), node("B", "ground"), node("C", "upper")],
  lanes: [
    { from: "A", to: "B", twoWay: true },
    { from: "C", to: "C", twoWay: true },
  ],
  stations: [],
  readPoints: [],
  bounds: { minX: 0, minY: 0, maxX: 1, maxY: 1 },
};

describe("levels", () => {
  it("are chosen only where there are several", () => {
    expect(levelsOf(floor)).toEqual(["ground", "upper"]);
    expect(levelsOf({ ...floor, nodes: [node("A", null)] })).toEqual([]);
  });

  it("show their own nodes, lanes and vehicles", () => {
    const upper = onLevel(floor, "upper");
    expect(upper.nodes.map(({ id }) => id)).toEqual(["C"]);
    expect(upper.lanes).toHaveLength(1);
    expect(isOnLevel({ at: "C" } as VehicleLive, nodesOf(upper))).toBe(true);
    expect(isOnLevel({ at: "A" } as VehicleLive, nodesOf(upper))).toBe(false);
    expect(isOnLevel({ at: null } as VehicleLive, nodesOf(upper))).toBe(true);
    expect(onLevel(floor, null)).toBe(floor);
  });
});
