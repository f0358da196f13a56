import type { FloorFrame, UnitPlace, VehicleLive } from "../../api/types";
import { turn } from "./view";

export type Pose = { x: number; y: number; theta: number };

/** A vehicle as last reported, and where it was drawn then, so that it can glide from there. */
export type SeenVehicle = {
  report: VehicleLive;
  receivedAt: number;
  from: Pose | null;
};

export type Link = "connecting" | "open" | "lost";

export type LiveState = {
  link: Link;
  lastFrameAt: number | null;
  vehicles: ReadonlyMap<string, SeenVehicle>;
  /** Which unit stands where: location to SSCC. */
  unitAt: ReadonlyMap<string, string>;
};

export const nothingYet: LiveState = {
  link: "connecting",
  lastFrameAt: null,
  vehicles: new Map(),
  unitAt: new Map(),
};

/** Frames come every 250 ms; a vehicle glides over a little longer than that, so late frames do not make it stop. */
const glideMs = 300;
/** After a silence like this the next report is shown where it is, not glided to. */
const jumpM = 3;
/** A report older than this is not shown as current, whatever the vehicle's last word was. */
export const staleAfterMs = 10_000;

export function ageOf(seen: SeenVehicle, now: number): number | null {
  return seen.report.ageMs === null ? null : seen.report.ageMs + (now - seen.receivedAt);
}

export function isStale(seen: SeenVehicle, link: Link, lastFrameAt: number | null, now: number): boolean {
  if (seen.report.state === "unknown") return true;
  if (link !== "open" && now - (lastFrameAt ?? 0) > 2000) return true;
  const age = ageOf(seen, now);
  return age === null || age > staleAfterMs;
}

export function poseOf(report: VehicleLive): Pose | null {
  return report.x === null || report.y === null ? null : { x: report.x, y: report.y, theta: report.theta ?? 0 };
}

/** Where to draw it now; null as long as it has never said where it is. */
export function drawnAt({ report, from, receivedAt }: SeenVehicle, now: number): Pose | null {
  const to = poseOf(report);
  const part = Math.min(1, (now - receivedAt) / glideMs);
  if (!to || !from || part >= 1 || Math.hypot(to.x - from.x, to.y - from.y) > jumpM) return to;
  return {
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    theta: turn(from.theta, to.theta, part),
  };
}

function moveUnits(before: ReadonlyMap<string, string>, moved: readonly UnitPlace[]): ReadonlyMap<string, string> {
  if (moved.length === 0) return before;
  const gone = new Set(moved.map((unit) => unit.sscc));
  const after = new Map([...before].filter(([, sscc]) => !gone.has(sscc)));
  moved.forEach(({ sscc, place }) => {
    if (place !== null) after.set(place, sscc);
  });
  return after;
}

/** Takes in one frame. Only what changed is in it; a unit with no place has left the floor. */
export function absorb(before: LiveState, frame: FloorFrame, now: number): LiveState {
  const vehicles = new Map(before.vehicles);
  frame.vehicles.forEach((report) => {
    const seen = vehicles.get(report.id);
    vehicles.set(report.id, { report, receivedAt: now, from: seen ? drawnAt(seen, now) : poseOf(report) });
  });
  return { link: "open", lastFrameAt: now, vehicles, unitAt: moveUnits(before.unitAt, frame.units) };
}

/** A new connection starts with everything, so what was known before is dropped when its first frame arrives. */
export function restart(before: LiveState, frame: FloorFrame, now: number): LiveState {
  return absorb({ ...nothingYet, vehicles: before.vehicles }, frame, now);
}
