import type { Floor, FloorNode } from "../../api/types";
import { tokens } from "../../theme/tokens";
import { kindOf, type PlaceKind } from "./kinds";
import { nodesOf } from "./nodes";
import { toScreen, type Point, type Size, type View } from "./view";

/** Half the side of a place, in metres: a vehicle of 1.2 m fits with a little air. */
const half: Record<PlaceKind, number> = {
  dock: 0.85,
  shipDock: 0.85,
  slot: 0.72,
  pick: 0.78,
  pack: 0.78,
  charger: 0.7,
  parking: 0.7,
  lift: 0.85,
  lane: 0.12,
};

type Draw = { ctx: CanvasRenderingContext2D; view: View; size: Size };

function lane({ ctx, view, size }: Draw, from: Point, to: Point, twoWay: boolean): void {
  const a = toScreen(view, size, from);
  const b = toScreen(view, size, to);
  ctx.beginPath();
  ctx.moveTo(a.x, a.y);
  ctx.lineTo(b.x, b.y);
  ctx.strokeStyle = tokens.lane;
  ctx.lineWidth = Math.max(2, (twoWay ? 0.5 : 0.9) * view.pxPerM);
  ctx.lineCap = "round";
  ctx.stroke();
}

function arrow({ ctx, view, size }: Draw, from: Point, to: Point): void {
  const at = toScreen(view, size, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  const angle = Math.atan2(-(to.y - from.y), to.x - from.x);
  const length = 0.14 * view.pxPerM;
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(-length, -length);
  ctx.lineTo(length, 0);
  ctx.lineTo(-length, length);
  ctx.strokeStyle = tokens.laneArrow;
  ctx.lineWidth = Math.max(1, 0.05 * view.pxPerM);
  ctx.stroke();
  ctx.restore();
}

function box({ ctx, view, size }: Draw, node: FloorNode, kind: PlaceKind): void {
  const at = toScreen(view, size, node);
  const side = half[kind] * view.pxPerM;
  ctx.beginPath();
  ctx.roundRect(at.x - side, at.y - side, 2 * side, 2 * side, Math.min(6, side / 4));
  ctx.fillStyle = kind === "slot" ? tokens.slot : tokens.surface;
  ctx.strokeStyle = kind === "slot" ? tokens.slotLine : tokens.lineStrong;
  ctx.setLineDash(kind === "charger" || kind === "parking" ? [4, 3] : []);
  ctx.lineWidth = kind === "slot" ? 1 : 1.75;
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
  if (kind === "dock" || kind === "shipDock") dockDoor(ctx, at, side, kind === "dock");
  if (kind === "lift") upAndDown(ctx, at, side * 0.5);
  if (kind === "charger") bolt(ctx, at, side * 0.55);
}

/** A door leaf on the outer side, and which way goods pass: a chevron in for receiving, out for shipping. */
function dockDoor(ctx: CanvasRenderingContext2D, at: Point, side: number, inbound: boolean): void {
  ctx.fillStyle = tokens.lineStrong;
  ctx.fillRect(at.x - side, at.y - side - 4, 2 * side, 4);
  ctx.fillRect(at.x - side, at.y + side, 2 * side, 4);
  const tip = side * 0.45 * (inbound ? 1 : -1);
  ctx.beginPath();
  ctx.moveTo(at.x - side * 0.4, at.y - tip * 0.5);
  ctx.lineTo(at.x, at.y + tip * 0.5);
  ctx.lineTo(at.x + side * 0.4, at.y - tip * 0.5);
  ctx.strokeStyle = tokens.slotLine;
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** A cab: one arrow up, one down. */
function upAndDown(ctx: CanvasRenderingContext2D, at: Point, r: number): void {
  ctx.fillStyle = tokens.slotLine;
  for (const way of [-1, 1]) {
    ctx.beginPath();
    ctx.moveTo(at.x - r * 0.7, at.y + way * r * 0.25);
    ctx.lineTo(at.x, at.y + way * r);
    ctx.lineTo(at.x + r * 0.7, at.y + way * r * 0.25);
    ctx.closePath();
    ctx.fill();
  }
}

function bolt(ctx: CanvasRenderingContext2D, at: Point, r: number): void {
  ctx.beginPath();
  ctx.moveTo(at.x + r * 0.25, at.y - r);
  ctx.lineTo(at.x - r * 0.5, at.y + r * 0.15);
  ctx.lineTo(at.x, at.y + r * 0.15);
  ctx.lineTo(at.x - r * 0.25, at.y + r);
  ctx.lineTo(at.x + r * 0.5, at.y - r * 0.15);
  ctx.lineTo(at.x, at.y - r * 0.15);
  ctx.closePath();
  ctx.fillStyle = tokens.slotLine;
  ctx.fill();
}

/** Ids painted beside the places, when there is room to read them. */
function name({ ctx, view, size }: Draw, node: FloorNode, kind: PlaceKind): void {
  const small = kind === "slot";
  if (view.pxPerM < (small ? 34 : 15)) return;
  const at = toScreen(view, size, node);
  const px = Math.max(10, Math.min(15, (small ? 0.26 : 0.36) * view.pxPerM));
  ctx.font = `${small ? 400 : 600} ${px}px "Inter Variable", sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = tokens.muted;
  const label = small ? node.id.replace(/^S-/, "") : node.id;
  ctx.fillText(label, at.x, at.y - half[kind] * view.pxPerM + px * 1.05);
}

/** Everything that does not move, drawn once for each view. */
export function drawStatic(ctx: CanvasRenderingContext2D, floor: Floor, view: View, size: Size): void {
  const draw = { ctx, view, size };
  const nodes = nodesOf(floor);
  ctx.fillStyle = tokens.floor;
  ctx.fillRect(0, 0, size.width, size.height);
  floor.lanes.forEach(({ from, to, twoWay }) => {
    const a = nodes.get(from);
    const b = nodes.get(to);
    if (a && b) lane(draw, a, b, twoWay);
  });
  if (view.pxPerM >= 12) {
    floor.lanes.forEach(({ from, to, twoWay }) => {
      const a = nodes.get(from);
      const b = nodes.get(to);
      if (a && b && !twoWay) arrow(draw, a, b);
    });
  }
  const places = floor.nodes.map((node) => ({ node, kind: kindOf(node) })).filter(({ kind }) => kind !== "lane");
  places.forEach(({ node, kind }) => box(draw, node, kind));
  places.forEach(({ node, kind }) => name(draw, node, kind));
}
