import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";

/** Asked every two seconds: the ages in it are what a technician looks at. */
export function useVehicles() {
  return useQuery({
    queryKey: ["vehicles"],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles", { params: {} })),
  });
}

/** Changes only when a factsheet comes or the vehicle's software changes. */
export function useVehicleAbilities(id: string) {
  return useQuery({
    queryKey: ["vehicles", id, "abilities"],
    refetchInterval: 30_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/abilities", { params: { path: { id } } })),
  });
}

export type VehicleAct = { act: "pause" | "resume"; id: string };

export function useVehicleAct(onDone: () => void) {
  return useCommand(
    ({ act, id }: VehicleAct, key) => {
      const params = { path: { id }, header: idempotent(key) };
      return act === "pause"
        ? answer(client.POST("/api/v1/vehicles/{id}/pause", { params }))
        : answer(client.POST("/api/v1/vehicles/{id}/resume", { params }));
    },
    { touches: ["vehicles"], onDone },
  );
}
