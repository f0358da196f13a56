import type { VehicleLive } from "../../api/types";

/** One who waits, and where its waiting ends. */
export type Wait = {
  vehicle: string;
  for: string | null;
  place: string | null;
  reason: string;
  since: string;
  /** The vehicle at the head of the queue, itself waiting for nobody; null in a circle. */
  behind: string | null;
};

/** Who waits for whom, longest first. */
export function waitsOf(vehicles: readonly VehicleLive[]): Wait[] {
  const waiting = new Map(vehicles.flatMap((one) => (one.waitsFor ? [[one.id, one.waitsFor] as const] : [])));
  const headOf = (id: string): string | null => {
    const seen = new Set<string>();
    let at = id;
    for (;;) {
      if (seen.has(at)) return null;
      seen.add(at);
      const next = waiting.get(at)?.vehicle;
      if (!next) return at;
      at = next;
    }
  };
  return [...waiting]
    .map(([vehicle, waits]) => ({
      vehicle,
      for: waits.vehicle ?? null,
      place: waits.place ?? null,
      reason: waits.reason,
      since: waits.since,
      behind: headOf(vehicle),
    }))
    .sort((a, b) => a.since.localeCompare(b.since) || a.vehicle.localeCompare(b.vehicle));
}

/** Who holds up most of the others, with how many stand behind it. */
export function holdUps(waits: readonly Wait[]): { vehicle: string; behind: number }[] {
  const counts = new Map<string, number>();
  waits.forEach(({ behind, vehicle }) => {
    if (behind !== null && behind !== vehicle) counts.set(behind, (counts.get(behind) ?? 0) + 1);
  });
  return [...counts]
    .map(([vehicle, behind]) => ({ vehicle, behind }))
    .sort((a, b) => b.behind - a.behind || a.vehicle.localeCompare(b.vehicle));
}
