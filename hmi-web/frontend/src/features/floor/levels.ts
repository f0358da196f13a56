import type { Floor, FloorNode, VehicleLive } from "../../api/types";

/** The maps of the floor in the order of its nodes; empty where there is only one. */
export function levelsOf(floor: Floor): string[] {
  const maps = [...new Set(floor.nodes.map((node) => node.map ?? ""))];
  return maps.length > 1 ? maps : [];
}

/** The part of the floor that is on one map. */
export function onLevel(floor: Floor, level: string | null): Floor {
  if (level === null) return floor;
  const nodes = floor.nodes.filter((node) => (node.map ?? "") === level);
  const ids = new Set(nodes.map((node) => node.id));
  return { ...floor, nodes, lanes: floor.lanes.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** A vehicle is on the map of the node that it came to last; one that never said is shown on each. */
export function isOnLevel(vehicle: VehicleLive, nodes: ReadonlyMap<string, FloorNode>): boolean {
  return typeof vehicle.at !== "string" || vehicle.at === "" || nodes.has(vehicle.at);
}
