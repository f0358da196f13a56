import { useElementSize, useReducedMotion } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ClosedPlace, Floor, Zone } from "../../api/types";
import type { LiveFloor } from "./api/floor";
import { drawMoving } from "./drawMoving";
import { drawStatic } from "./drawStatic";
import classes from "./floor.module.css";
import { kindOf } from "./kinds";
import { isOnLevel } from "./levels";
import { drawnAt } from "./liveFloor";
import { MapButtons } from "./MapButtons";
import { areaOf, laneKey, nearestLane, nodesOf } from "./nodes";
import { drawZones } from "../zones/drawZones";
import { boundsOf, fit, nearest, panBy, toWorld, zoomAt, type Point, type View } from "./view";

type FloorMapProps = {
  floor: Floor;
  live: LiveFloor;
  selected: string | null;
  onSelect: (id: string | null) => void;
  closures: readonly ClosedPlace[];
  zones: readonly Zone[];
  onView: (area: ReturnType<typeof areaOf>) => void;
};

const buttonsPx = 52;
const reachM = 0.9;
const dragPx = 4;
const laneReachM = 0.5;
const crossingReachM = 0.35;

/** The floor on a canvas: the still layer is drawn once for each view, the moving one for each frame. */
export function FloorMap({ floor, live, selected, onSelect, closures, zones, onView }: FloorMapProps) {
  const { t } = useTranslation();
  const { ref: boxRef, width, height } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const calm = useReducedMotion();
  const [chosenView, setView] = useState<View | null>(null);
  const [paths, setPaths] = useState(true);
  const [labels, setLabels] = useState(true);
  const [hovered, setHovered] = useState<string | null>(null);
  const stillLayer = useRef<OffscreenCanvas | null>(null);
  const drag = useRef<{ at: Point; moved: boolean } | null>(null);

  const size = useMemo(() => ({ width, height }), [width, height]);
  const whole = useMemo(() => fit(boundsOf(floor.nodes), size, 1.2, buttonsPx), [floor, size]);
  const view = chosenView ?? whole;

  useEffect(() => {
    const element = canvas.current;
    if (!element || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    const still = new OffscreenCanvas(element.width, element.height);
    const stillCtx = still.getContext("2d");
    if (!stillCtx) return;
    stillCtx.scale(ratio, ratio);
    // OffscreenCanvas has every drawing call of the page's canvas that is used here.
    drawStatic(stillCtx as unknown as CanvasRenderingContext2D, floor, view, size);
    stillLayer.current = still;
  }, [floor, view, size, width, height]);

  useEffect(() => {
    const ctx = canvas.current?.getContext("2d");
    if (!ctx || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const minFrameMs = calm ? 250 : 30;
    let last = 0;
    let request = 0;
    const frame = (at: number) => {
      request = requestAnimationFrame(frame);
      if (at - last < minFrameMs) return;
      const still = stillLayer.current;
      if (still === null) return;
      last = at;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.drawImage(still, 0, 0);
      ctx.scale(ratio, ratio);
      drawZones(ctx, zones, view, size);
      const emphasised = hovered ?? selected;
      drawMoving(ctx, floor, live.current(), view, size, { paths, labels, selected: emphasised, now: Date.now(), closures });
    };
    request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  }, [floor, live, view, size, width, height, paths, labels, selected, hovered, calm, closures, zones]);

  useEffect(() => onView(areaOf(view, size)), [view, size, onView]);

  const zoom = useCallback(
    (factor: number, at?: Point) =>
      setView((before) => zoomAt(before ?? whole, size, at ?? { x: size.width / 2, y: size.height / 2 }, factor)),
    [whole, size],
  );

  // React's own wheel listener is passive and could not keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), { x: event.offsetX, y: event.offsetY });
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [zoom]);

  const vehicles = () =>
    [...live.current().vehicles.values()].flatMap((seen) => {
      const at = isOnLevel(seen.report, nodesOf(floor)) ? drawnAt(seen, Date.now()) : null;
      return at ? [{ id: seen.report.id, x: at.x, y: at.y }] : [];
    });

  const thingAt = (at: Point): string | null => {
    const world = toWorld(view, size, at);
    const places = floor.nodes.filter((node) => kindOf(node) !== "lane");
    const thing =
      nearest(vehicles(), world, reachM) ??
      nearest(floor.nodes, world, crossingReachM) ??
      nearest(places, world, reachM);
    if (thing) return thing.id;
    const lane = nearestLane(floor, world, Math.max(laneReachM, 6 / view.pxPerM));
    return lane ? laneKey(lane) : null;
  };

  const keys = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "Escape") onSelect(null);
    else if (step !== undefined) {
      const ids = [...live.current().vehicles.keys()].sort();
      if (ids.length === 0) return;
      const now = selected === null ? -1 : ids.indexOf(selected);
      const next = now < 0 ? (step > 0 ? 0 : ids.length - 1) : (now + step + ids.length) % ids.length;
      onSelect(ids[next] ?? null);
    } else return;
    event.preventDefault();
  };

  const pointerMove = (event: PointerEvent) => {
    const at = { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY };
    if (drag.current === null) {
      if (event.pointerType === "mouse") setHovered(thingAt(at));
      return;
    }
    const dx = at.x - drag.current.at.x;
    const dy = at.y - drag.current.at.y;
    if (!drag.current.moved && Math.hypot(dx, dy) < dragPx) return;
    drag.current = { at, moved: true };
    setView((before) => panBy(before ?? whole, dx, dy));
  };

  return (
    <div ref={boxRef} className={classes.map}>
      {/* Keys step through the vehicles; the same facts stand in the panel beside it and in the table. */}
      <canvas
        ref={canvas}
        className={classes.canvas}
        role="application"
        aria-label={t("floor.map")}
        tabIndex={0}
        onKeyDown={keys}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { at: { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY }, moved: false };
        }}
        onPointerMove={pointerMove}
        onPointerLeave={() => setHovered(null)}
        onPointerUp={(event) => {
          const clicked = drag.current?.moved === false;
          drag.current = null;
          if (clicked) onSelect(thingAt({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY }));
        }}
      />
      <MapButtons
        paths={paths}
        labels={labels}
        onPaths={setPaths}
        onLabels={setLabels}
        onZoom={zoom}
        onFit={() => setView(null)}
      />
    </div>
  );
}
