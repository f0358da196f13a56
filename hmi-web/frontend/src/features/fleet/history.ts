import type { VehicleActivity, VehicleHistory } from "../../api/types";

export type Stretch = { left: number; width: number; activity: VehicleActivity; from: string; to: string; transport: string | null };

/** All activities, those that earn something first. */
export const activities: VehicleActivity[] = [
  "driving",
  "loading",
  "unloading",
  "waiting",
  "charging",
  "idle",
  "paused",
  "trouble",
  "manual",
  "unknown",
];

/** Whether a vehicle is of use: it moves goods or itself. */
export const useful: ReadonlySet<VehicleActivity> = new Set(["driving", "loading", "unloading"]);

/** Where each stretch stands between the beginning (0) and the end (1) of the picture. */
export function stretches(history: VehicleHistory): Stretch[] {
  const from = Date.parse(history.from);
  const all = Date.parse(history.to) - from;
  if (all <= 0) return [];
  return history.spans.flatMap((span) => {
    const left = Math.max(0, (Date.parse(span.from) - from) / all);
    const right = Math.min(1, (Date.parse(span.to) - from) / all);
    return right > left
      ? [{ left, width: right - left, activity: span.activity, from: span.from, to: span.to, transport: span.transport ?? null }]
      : [];
  });
}

/** Points of the battery curve, x from 0 to 1, y in percent; a break of ten minutes begins a new piece. */
export function curves(history: VehicleHistory, breakMs = 600_000): { x: number; y: number }[][] {
  const from = Date.parse(history.from);
  const all = Date.parse(history.to) - from;
  const pieces: { x: number; y: number }[][] = [];
  let last: number | null = null;
  for (const point of history.charge) {
    const at = Date.parse(point.at);
    if (last === null || at - last > breakMs) pieces.push([]);
    pieces.at(-1)?.push({ x: (at - from) / all, y: point.percent });
    last = at;
  }
  return pieces;
}

/** Seconds of each activity over the whole picture. */
export function sums(history: VehicleHistory): Map<VehicleActivity, number> {
  const all = new Map<VehicleActivity, number>();
  history.use.forEach((hour) =>
    hour.parts.forEach((part) => all.set(part.activity, (all.get(part.activity) ?? 0) + part.seconds)),
  );
  return all;
}

/** The part of the watched time in which the vehicle was of use; null while nothing was watched. */
export function utilisation(parts: Iterable<readonly [VehicleActivity, number]>): number | null {
  let watched = 0;
  let used = 0;
  for (const [activity, seconds] of parts) {
    if (activity === "unknown") continue;
    watched += seconds;
    if (useful.has(activity)) used += seconds;
  }
  return watched === 0 ? null : used / watched;
}
