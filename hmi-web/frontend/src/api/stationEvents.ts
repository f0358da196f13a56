import { useEffect, useRef } from "react";
import type { StationScan, StationWeight } from "./types";

type Listener<T> = (event: T) => void;

const scans = new Set<Listener<StationScan>>();
const weights = new Set<Listener<StationWeight>>();

/** The stream's event "scan": a scanner of a station has read something. */
export function tellScan(scan: StationScan): void {
  scans.forEach((listener) => listener(scan));
}

/** The stream's event "weight": what a scale of a station shows has changed. */
export function tellWeight(weight: StationWeight): void {
  weights.forEach((listener) => listener(weight));
}

/** Hears the scanners that belong to a station. While `on` is false scans pass unheard. */
export function useStationScans(station: string, on: boolean, onScan: Listener<StationScan>): void {
  const handler = useRef(onScan);
  useEffect(() => {
    handler.current = onScan;
  });
  useEffect(() => {
    if (!on) return;
    const listen = (scan: StationScan) => {
      if (scan.station === station) handler.current(scan);
    };
    scans.add(listen);
    return () => void scans.delete(listen);
  }, [station, on]);
}

export function useStationWeights(station: string, onWeight: Listener<StationWeight>): void {
  const handler = useRef(onWeight);
  useEffect(() => {
    handler.current = onWeight;
  });
  useEffect(() => {
    const listen = (weight: StationWeight) => {
      if (weight.station === station) handler.current(weight);
    };
    weights.add(listen);
    return () => void weights.delete(listen);
  }, [station]);
}
