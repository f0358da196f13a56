/** What part of the floor the canvas shows. World in metres with y up, screen in CSS pixels with y down. */
export type View = { centreX: number; centreY: number; pxPerM: number };
export type Size = { width: number; height: number };
export type Point = { x: number; y: number };
export type Bounds = { minX: number; minY: number; maxX: number; maxY: number };

const closestPxPerM = 160;
const farthestPxPerM = 0.5;

export function boundsOf(points: readonly Point[]): Bounds {
  if (points.length === 0) return { minX: 0, minY: 0, maxX: 10, maxY: 10 };
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { x, y } of points) {
    bounds.minX = Math.min(bounds.minX, x);
    bounds.minY = Math.min(bounds.minY, y);
    bounds.maxX = Math.max(bounds.maxX, x);
    bounds.maxY = Math.max(bounds.maxY, y);
  }
  return bounds;
}

/** The whole floor, with a margin for what stands on its outermost nodes and room for the buttons below it. */
export function fit(bounds: Bounds, size: Size, marginM = 1.4, belowPx = 0): View {
  const width = bounds.maxX - bounds.minX + 2 * marginM;
  const height = bounds.maxY - bounds.minY + 2 * marginM;
  const pxPerM = clampScale(Math.min(size.width / width, Math.max(1, size.height - belowPx) / height));
  return {
    centreX: (bounds.minX + bounds.maxX) / 2,
    centreY: (bounds.minY + bounds.maxY) / 2 - belowPx / 2 / pxPerM,
    pxPerM,
  };
}

function clampScale(pxPerM: number): number {
  return Math.min(closestPxPerM, Math.max(farthestPxPerM, pxPerM));
}

export function toScreen(view: View, size: Size, at: Point): Point {
  return {
    x: size.width / 2 + (at.x - view.centreX) * view.pxPerM,
    y: size.height / 2 - (at.y - view.centreY) * view.pxPerM,
  };
}

export function toWorld(view: View, size: Size, at: Point): Point {
  return {
    x: view.centreX + (at.x - size.width / 2) / view.pxPerM,
    y: view.centreY - (at.y - size.height / 2) / view.pxPerM,
  };
}

/** Zooms so that the point under the cursor stays under the cursor. */
export function zoomAt(view: View, size: Size, at: Point, factor: number): View {
  const held = toWorld(view, size, at);
  const pxPerM = clampScale(view.pxPerM * factor);
  return {
    pxPerM,
    centreX: held.x - (at.x - size.width / 2) / pxPerM,
    centreY: held.y + (at.y - size.height / 2) / pxPerM,
  };
}

export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, centreX: view.centreX - dx / view.pxPerM, centreY: view.centreY + dy / view.pxPerM };
}

/** The thing nearest to a point, if it is within reach. */
export function nearest<T extends Point>(things: readonly T[], at: Point, reachM: number): T | undefined {
  let best: T | undefined;
  let bestDistance = reachM;
  for (const thing of things) {
    const distance = Math.hypot(thing.x - at.x, thing.y - at.y);
    if (distance <= bestDistance) {
      best = thing;
      bestDistance = distance;
    }
  }
  return best;
}

/** Between two headings (radians) by the shorter way round. */
export function turn(from: number, to: number, part: number): number {
  const difference = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  return from + difference * part;
}
