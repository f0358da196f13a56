import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { Alarm, Priority } from "../../../api/types";

export function useAlarms(state: "active" | "history", query: ListQuery) {
  return useQuery({
    queryKey: ["alarms", state, query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/alarms", { params: { query: { ...query, state } } })),
  });
}

/** What the banner shows: everything active or not yet acknowledged. */
export function useActiveAlarms() {
  return useQuery({
    queryKey: ["alarms", "banner"],
    refetchInterval: 30_000,
    queryFn: () => answer(client.GET("/api/v1/alarms", { params: { query: { state: "active", size: 200 } } })),
  });
}

export function useAcknowledge(onDone: () => void) {
  return useCommand(
    ({ id, note }: { id: number; note: string }, key) =>
      answer(
        client.POST("/api/v1/alarms/{id}/ack", {
          params: { path: { id }, header: idempotent(key) },
          body: note === "" ? {} : { note },
        }),
      ),
    { touches: ["alarms"], onDone },
  );
}

const order: Priority[] = ["high", "medium", "low"];

/** The one to show first: unacknowledged before acknowledged, then by priority, then the newest. */
export function foremost(alarms: readonly Alarm[]): Alarm | undefined {
  return [...alarms].sort(
    (a, b) =>
      Number(Boolean(a.ackedAt)) - Number(Boolean(b.ackedAt)) ||
      order.indexOf(a.priority) - order.indexOf(b.priority) ||
      b.raisedAt.localeCompare(a.raisedAt),
  )[0];
}

export function countsOf(alarms: readonly Alarm[]): Record<Priority, number> {
  const counts = { high: 0, medium: 0, low: 0 };
  alarms.forEach((alarm) => (counts[alarm.priority] += 1));
  return counts;
}
