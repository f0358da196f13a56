import type { Zone } from "../../api/types";
import { tokens } from "../../theme/tokens";
import { toScreen, type Size, type View } from "../floor/view";

/** Outlines of the zones under everything that moves; a paused one is hatched and says so. */
export function drawZones(ctx: CanvasRenderingContext2D, zones: readonly Zone[], view: View, size: Size): void {
  for (const zone of zones) {
    const corners = zone.outline.map((corner) => toScreen(view, size, corner));
    const first = corners[0];
    if (first === undefined) continue;
    ctx.save();
    ctx.beginPath();
    corners.forEach((at) => ctx.lineTo(at.x, at.y));
    ctx.closePath();
    ctx.strokeStyle = zone.paused ? tokens.orange : tokens.lineStrong;
    ctx.lineWidth = zone.paused ? 3 : 1;
    ctx.setLineDash(zone.paused ? [] : [6, 4]);
    ctx.stroke();
    if (zone.paused) {
      ctx.clip();
      hatch(ctx, corners);
    }
    ctx.restore();
    const left = Math.min(...corners.map((at) => at.x));
    const top = Math.min(...corners.map((at) => at.y));
    ctx.font = '600 12px "Inter Variable", sans-serif';
    ctx.textAlign = "left";
    ctx.textBaseline = "bottom";
    ctx.fillStyle = zone.paused ? tokens.orange : tokens.muted;
    ctx.fillText(zone.paused ? `II ${zone.id}` : zone.id, left, top - 2);
  }
}

function hatch(ctx: CanvasRenderingContext2D, corners: readonly { x: number; y: number }[]): void {
  const left = Math.min(...corners.map((at) => at.x));
  const right = Math.max(...corners.map((at) => at.x));
  const top = Math.min(...corners.map((at) => at.y));
  const bottom = Math.max(...corners.map((at) => at.y));
  const step = 14;
  ctx.strokeStyle = tokens.orange;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = left - (bottom - top); x < right; x += step) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + (bottom - top), top);
  }
  ctx.stroke();
}
