import type { ClosedPlace, Floor, FloorNode, VehicleState } from "../../api/types";
import { tokens } from "../../theme/tokens";
import { drawnAt, isStale, type LiveState, type SeenVehicle } from "./liveFloor";
import { isOnLevel } from "./levels";
import { isInView, laneNamed, nodesOf } from "./nodes";
import { toScreen, type Point, type Size, type View } from "./view";

export type Options = {
  paths: boolean;
  labels: boolean;
  selected: string | null;
  now: number;
  closures: readonly ClosedPlace[];
};

type Draw = { ctx: CanvasRenderingContext2D; view: View; size: Size };

const letters: Partial<Record<VehicleState, string>> = {
  waiting: "W",
  charging: "C",
  error: "!",
  manual: "M",
  unknown: "?",
  paused: "II",
};

/** The vehicle's outline, nose to the right: 1.2 m long, 0.8 m wide. */
function outline(ctx: CanvasRenderingContext2D, scale: number): void {
  const length = 0.6 * scale;
  const width = 0.4 * scale;
  ctx.beginPath();
  ctx.moveTo(-length, -width);
  ctx.lineTo(length * 0.45, -width);
  ctx.lineTo(length, 0);
  ctx.lineTo(length * 0.45, width);
  ctx.lineTo(-length, width);
  ctx.closePath();
}

function hatch(ctx: CanvasRenderingContext2D, scale: number): void {
  ctx.save();
  ctx.clip();
  ctx.beginPath();
  const reach = 0.7 * scale;
  for (let x = -2 * reach; x < 2 * reach; x += 6) {
    ctx.moveTo(x, -reach);
    ctx.lineTo(x + reach, reach);
  }
  ctx.strokeStyle = tokens.hatch;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.restore();
}

/** A frame around the vehicle that names its state by shape alone. */
function surround(ctx: CanvasRenderingContext2D, state: VehicleState, scale: number): void {
  const r = 0.95 * scale;
  ctx.lineWidth = Math.max(2, 0.08 * scale);
  if (state === "error") {
    ctx.beginPath();
    ctx.moveTo(0, -r * 1.15);
    ctx.lineTo(r * 1.1, r * 0.75);
    ctx.lineTo(-r * 1.1, r * 0.75);
    ctx.closePath();
    ctx.strokeStyle = tokens.red;
    ctx.fillStyle = tokens.redSoft;
    ctx.fill();
    ctx.stroke();
  }
  if (state === "manual") {
    ctx.beginPath();
    ctx.arc(0, 0, r * 0.85, 0, 2 * Math.PI);
    ctx.strokeStyle = tokens.orange;
    ctx.setLineDash([6, 4]);
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

function vehicleBody({ ctx, view }: Draw, seen: SeenVehicle, at: Point, theta: number, stale: boolean): void {
  const scale = view.pxPerM;
  const state: VehicleState = stale ? "unknown" : seen.report.state;
  ctx.save();
  ctx.translate(at.x, at.y);
  surround(ctx, state, scale);
  ctx.rotate(-theta);
  outline(ctx, scale);
  const hollow = state === "idle" || state === "charging" || state === "unknown";
  ctx.fillStyle = hollow ? tokens.vehicleHollow : tokens.vehicle;
  if (state === "error") ctx.fillStyle = tokens.red;
  ctx.fill();
  if (state === "unknown" || state === "manual") hatch(ctx, scale);
  outline(ctx, scale);
  ctx.lineWidth = Math.max(1.5, 0.06 * scale);
  ctx.setLineDash(state === "unknown" ? [4, 3] : []);
  ctx.strokeStyle = strokeOf(state);
  ctx.stroke();
  ctx.setLineDash([]);
  if (seen.report.loadId) {
    ctx.fillStyle = tokens.unit;
    ctx.strokeStyle = tokens.raised;
    ctx.lineWidth = 1.5;
    const side = 0.27 * scale;
    ctx.fillRect(-side * 1.35, -side, side * 2, side * 2);
    ctx.strokeRect(-side * 1.35, -side, side * 2, side * 2);
  }
  ctx.restore();
}

function strokeOf(state: VehicleState): string {
  if (state === "error") return tokens.red;
  if (state === "charging") return tokens.blue;
  if (state === "manual") return tokens.orange;
  return state === "unknown" ? tokens.hatch : tokens.vehicle;
}

/** State letter, id and battery beside the vehicle. */
function vehicleLabel({ ctx, view }: Draw, seen: SeenVehicle, at: Point, stale: boolean, full: boolean): void {
  const state: VehicleState = stale ? "unknown" : seen.report.state;
  const letter = letters[state];
  const px = Math.max(11, Math.min(15, 0.34 * view.pxPerM));
  ctx.textBaseline = "middle";
  if (letter !== undefined) {
    const badge = { x: at.x + 0.5 * view.pxPerM, y: at.y - 0.55 * view.pxPerM };
    ctx.beginPath();
    ctx.arc(badge.x, badge.y, px * 0.78, 0, 2 * Math.PI);
    ctx.fillStyle = badgeOf(state);
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = tokens.raised;
    ctx.stroke();
    ctx.fillStyle = tokens.onDark;
    ctx.textAlign = "center";
    ctx.font = `700 ${px}px "Inter Variable", sans-serif`;
    ctx.fillText(letter, badge.x, badge.y + 0.5);
  }
  if (!full) return;
  const battery = seen.report.battery;
  const roomy = view.pxPerM >= 18;
  const charge = typeof battery !== "number" || stale || !roomy ? "" : ` ${Math.round(battery)}%`;
  const text = `${seen.report.id.replace(/^AGV-/, "")}${charge}`;
  ctx.font = `600 ${px}px "Inter Variable", sans-serif`;
  ctx.textAlign = "center";
  const width = ctx.measureText(text).width + 8;
  const y = at.y + 0.78 * view.pxPerM;
  ctx.fillStyle = tokens.raised;
  ctx.globalAlpha = 0.88;
  ctx.fillRect(at.x - width / 2, y - px * 0.65, width, px * 1.3);
  ctx.globalAlpha = 1;
  ctx.fillStyle = tokens.text;
  ctx.fillText(text, at.x, y + 0.5);
}

function badgeOf(state: VehicleState): string {
  if (state === "error") return tokens.red;
  if (state === "charging") return tokens.blue;
  if (state === "manual") return tokens.orange;
  return state === "unknown" ? tokens.hatch : tokens.vehicle;
}

function line({ ctx, view, size }: Draw, points: readonly Point[]): void {
  ctx.beginPath();
  points.forEach((point, index) => {
    const at = toScreen(view, size, point);
    if (index === 0) ctx.moveTo(at.x, at.y);
    else ctx.lineTo(at.x, at.y);
  });
  ctx.stroke();
}

/** Released way solid, planned way as told dashed; of the selected vehicle, what is planned after that as a thin line. */
function path(draw: Draw, seen: SeenVehicle, from: Point, nodes: ReadonlyMap<string, FloorNode>, strong: boolean): void {
  const { ctx, view } = draw;
  const known = (ids: readonly string[]) => ids.flatMap((id) => nodes.get(id) ?? []);
  const base = known(seen.report.base);
  const last = base.at(-1) ?? from;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.globalAlpha = strong ? 1 : 0.45;
  ctx.lineWidth = (strong ? 0.2 : 0.14) * view.pxPerM;
  ctx.strokeStyle = tokens.pathBase;
  if (base.length > 0) line(draw, [from, ...base]);
  const horizon = known(seen.report.horizon);
  if (horizon.length > 0) {
    ctx.setLineDash([0.3 * view.pxPerM, 0.3 * view.pxPerM]);
    ctx.strokeStyle = tokens.pathHorizon;
    line(draw, [last, ...horizon]);
    ctx.setLineDash([]);
  }
  const further = strong ? known(seen.report.further) : [];
  if (further.length > 0) {
    ctx.lineWidth = Math.max(1.5, 0.06 * view.pxPerM);
    ctx.strokeStyle = tokens.pathBase;
    line(draw, [horizon.at(-1) ?? last, ...further]);
    const end = further.at(-1);
    if (end) goal(draw, end);
  }
  ctx.globalAlpha = 1;
}

/** Where a way ends. */
function goal({ ctx, view, size }: Draw, at: Point): void {
  const centre = toScreen(view, size, at);
  ctx.beginPath();
  ctx.arc(centre.x, centre.y, Math.max(4, 0.22 * view.pxPerM), 0, 2 * Math.PI);
  ctx.fillStyle = tokens.raised;
  ctx.fill();
  ctx.stroke();
}

/** A closed lane is crossed through along its length, a closed node once. */
function closed({ ctx, view, size }: Draw, from: Point, to: Point | undefined): void {
  const a = toScreen(view, size, from);
  const b = to ? toScreen(view, size, to) : a;
  const arm = Math.max(5, 0.32 * view.pxPerM);
  ctx.strokeStyle = tokens.orange;
  ctx.lineWidth = Math.max(2, 0.09 * view.pxPerM);
  ctx.beginPath();
  if (to) {
    ctx.setLineDash([8, 6]);
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
  }
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  ctx.moveTo(middle.x - arm, middle.y - arm);
  ctx.lineTo(middle.x + arm, middle.y + arm);
  ctx.moveTo(middle.x - arm, middle.y + arm);
  ctx.lineTo(middle.x + arm, middle.y - arm);
  ctx.stroke();
}

/** A dotted arrow from one who waits to the one it waits for. */
function waits({ ctx, view, size }: Draw, from: Point, to: Point): void {
  const a = toScreen(view, size, from);
  const b = toScreen(view, size, to);
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const stop = { x: b.x - Math.cos(angle) * 0.6 * view.pxPerM, y: b.y - Math.sin(angle) * 0.6 * view.pxPerM };
  ctx.strokeStyle = tokens.orange;
  ctx.fillStyle = tokens.orange;
  ctx.lineWidth = 2;
  ctx.setLineDash([2, 5]);
  ctx.beginPath();
  ctx.moveTo(a.x, a.y);
  ctx.lineTo(stop.x, stop.y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(stop.x + Math.cos(angle) * 6, stop.y + Math.sin(angle) * 6);
  ctx.lineTo(stop.x + Math.cos(angle + 2.4) * 7, stop.y + Math.sin(angle + 2.4) * 7);
  ctx.lineTo(stop.x + Math.cos(angle - 2.4) * 7, stop.y + Math.sin(angle - 2.4) * 7);
  ctx.closePath();
  ctx.fill();
}

function units(draw: Draw, live: LiveState, nodes: ReadonlyMap<string, FloorNode>): void {
  const { ctx, view, size } = draw;
  const side = 0.46 * view.pxPerM;
  ctx.lineWidth = 1;
  live.unitAt.forEach((_, place) => {
    const node = nodes.get(place);
    if (!node || !isInView(view, size, node)) return;
    const at = toScreen(view, size, node);
    ctx.fillStyle = tokens.unit;
    ctx.strokeStyle = tokens.unitLine;
    ctx.fillRect(at.x - side, at.y - side * 0.72, side * 2, side * 1.6);
    ctx.strokeRect(at.x - side, at.y - side * 0.72, side * 2, side * 1.6);
    if (view.pxPerM < 18) return;
    ctx.beginPath();
    [-0.33, 0.33].forEach((part) => {
      ctx.moveTo(at.x + side * part, at.y - side * 0.72);
      ctx.lineTo(at.x + side * part, at.y + side * 0.88);
    });
    ctx.stroke();
  });
}

function ring({ ctx, view, size }: Draw, at: Point): void {
  const centre = toScreen(view, size, at);
  ctx.beginPath();
  ctx.arc(centre.x, centre.y, 1.05 * view.pxPerM, 0, 2 * Math.PI);
  ctx.strokeStyle = tokens.focus;
  ctx.lineWidth = 3;
  ctx.stroke();
}

/** Everything that moves or changes: units, paths, vehicles, who waits for whom, the selection. */
export function drawMoving(
  ctx: CanvasRenderingContext2D,
  floor: Floor,
  live: LiveState,
  view: View,
  size: Size,
  options: Options,
): void {
  const draw = { ctx, view, size };
  const nodes = nodesOf(floor);
  const placed = [...live.vehicles.values()].flatMap((seen) => {
    const at = isOnLevel(seen.report, nodes) ? drawnAt(seen, options.now) : null;
    return at ? [{ seen, at, stale: isStale(seen, live.link, live.lastFrameAt, options.now) }] : [];
  });
  units(draw, live, nodes);
  if (options.paths) {
    placed.forEach(({ seen, at, stale }) => {
      if (!stale) path(draw, seen, at, nodes, seen.report.id === options.selected);
    });
  }
  options.closures.forEach((one) => {
    const from = nodes.get(one.from);
    if (from) closed(draw, from, one.to ? nodes.get(one.to) : undefined);
  });
  const lane = laneNamed(floor, options.selected);
  const ends = lane ? [nodes.get(lane.from), nodes.get(lane.to)].filter((one) => one !== undefined) : [];
  if (ends.length === 2) {
    ctx.strokeStyle = tokens.focus;
    ctx.lineWidth = 4;
    line(draw, ends);
  }
  const selectedNode = options.selected === null ? undefined : nodes.get(options.selected);
  if (selectedNode) ring(draw, selectedNode);
  const inView = placed.filter(({ at }) => isInView(view, size, at, 2));
  inView.forEach(({ seen, at, stale }) => {
    if (seen.report.id === options.selected) ring(draw, at);
    vehicleBody(draw, seen, toScreen(view, size, at), at.theta, stale);
  });
  const byId = new Map(placed.map((one) => [one.seen.report.id, one]));
  placed.forEach(({ seen, at, stale }) => {
    const blocker = byId.get(seen.report.waitsFor?.vehicle ?? "");
    if (blocker && !stale) waits(draw, at, blocker.at);
  });
  inView.forEach(({ seen, at, stale }) =>
    vehicleLabel(draw, seen, toScreen(view, size, at), stale, options.labels || seen.report.id === options.selected),
  );
}
