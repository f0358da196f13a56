import { useSyncExternalStore } from "react";

const remembered = "aisle.station";
const listeners = new Set<() => void>();

/** The station this browser stands at. It is a property of the panel, so it outlives the sign-in. */
export function stationHere(): string | null {
  return localStorage.getItem(remembered);
}

export function bindStation(station: string | null): void {
  if (station === null) localStorage.removeItem(remembered);
  else localStorage.setItem(remembered, station);
  listeners.forEach((listener) => listener());
}

export function useStationHere(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, stationHere);
}
