import type { Floor, FloorNode } from "../../api/types";
import type { Point, Size, View } from "./view";

export type FloorLane = Floor["lanes"][number];

const known = new WeakMap<Floor, ReadonlyMap<string, FloorNode>>();

/** The nodes of a floor by their ids, put together once for each floor. */
export function nodesOf(floor: Floor): ReadonlyMap<string, FloorNode> {
  let nodes = known.get(floor);
  if (!nodes) {
    nodes = new Map(floor.nodes.map((node) => [node.id, node]));
    known.set(floor, nodes);
  }
  return nodes;
}

/** Names a lane where vehicles and nodes are named by their ids. */
export function laneKey(lane: { from: string; to: string }): string {
  return `${lane.from} – ${lane.to}`;
}

export function laneNamed(floor: Floor, key: string | null): FloorLane | undefined {
  return key === null ? undefined : floor.lanes.find((lane) => laneKey(lane) === key);
}

/** How far a point is from the straight piece between two others. */
export function distanceToPiece(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
}

export function nearestLane(floor: Floor, at: Point, reachM: number): FloorLane | undefined {
  const nodes = nodesOf(floor);
  let best: FloorLane | undefined;
  let bestDistance = reachM;
  for (const lane of floor.lanes) {
    const from = nodes.get(lane.from);
    const to = nodes.get(lane.to);
    if (!from || !to) continue;
    const distance = distanceToPiece(at, from, to);
    if (distance < bestDistance) {
      best = lane;
      bestDistance = distance;
    }
  }
  return best;
}

/** What part of the floor is in view, in metres. */
export function areaOf(view: View, size: Size): { minX: number; minY: number; maxX: number; maxY: number } {
  const halfWidth = size.width / 2 / view.pxPerM;
  const halfHeight = size.height / 2 / view.pxPerM;
  return {
    minX: view.centreX - halfWidth,
    minY: view.centreY - halfHeight,
    maxX: view.centreX + halfWidth,
    maxY: view.centreY + halfHeight,
  };
}

/** Whether a point can be seen, with what stands on it. */
export function isInView(view: View, size: Size, at: Point, marginM = 1): boolean {
  return (
    Math.abs(at.x - view.centreX) <= size.width / 2 / view.pxPerM + marginM &&
    Math.abs(at.y - view.centreY) <= size.height / 2 / view.pxPerM + marginM
  );
}
