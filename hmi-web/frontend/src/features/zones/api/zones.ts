import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";

/** Asked every three seconds: another screen may have paused a zone. */
export function useZones() {
  return useQuery({
    queryKey: ["zones"],
    refetchInterval: 3_000,
    queryFn: () => answer(client.GET("/api/v1/floor/zones", { params: {} })),
  });
}

export type ZoneAct = { act: "pause" | "resume"; id: string };

export function useZoneAct(onDone: () => void) {
  return useCommand(
    ({ act, id }: ZoneAct, key) =>
      answer(client.POST(`/api/v1/floor/zones/{id}/${act}`, { params: { path: { id }, header: idempotent(key) } })),
    { touches: ["zones", "vehicles"], onDone },
  );
}
