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
  const { ageMs } = seen.report;
  return typeof ageMs === "number" ? ageMs + (now - seen.receivedAt) : null;
}

export function isStale(seen: SeenVehicle, link: Link, lastFrameAt: number | null, now: number): boolean {
  if (seen.report.state === "unknown") return true;
  if (link !== "open" && now - (lastFrameAt ?? 0) > 2000) return true;
  const age = ageOf(seen, now);
  return age === null || age > staleAfterMs;
}

export function poseOf(report: VehicleLive): Pose | null {
  const { x, y, theta } = report;
  return typeof x === "number" && typeof y === "number" ? { x, y, theta: theta ?? 0 } : null;
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
    if (place) after.set(place, sscc);
  });
  return after;
}

/**
 * Takes in one frame. The first of a connection holds everything, so units known from before that it does not mention
 * have left; later ones hold what changed.
 */
export function absorb(before: LiveState, frame: FloorFrame, now: number): LiveState {
  const vehicles = new Map(frame.full ? [] : before.vehicles);
  frame.vehicles.forEach((report) => {
    const seen = before.vehicles.get(report.id);
    vehicles.set(report.id, { report, receivedAt: now, from: seen ? drawnAt(seen, now) : poseOf(report) });
  });
  const units = frame.full ? new Map<string, string>() : before.unitAt;
  return { link: "open", lastFrameAt: now, vehicles, unitAt: moveUnits(units, frame.units) };
}
