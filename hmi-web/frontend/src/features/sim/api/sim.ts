import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { components } from "../../../api/schema";

export type FaultRequest = components["schemas"]["FaultRequest"];

export function useSimulation() {
  return useQuery({
    queryKey: ["sim"],
    refetchInterval: 3_000,
    queryFn: () => answer(client.GET("/api/v1/sim", { params: {} })),
  });
}

export function useInjectFault(onDone: () => void) {
  return useCommand(
    (body: FaultRequest, key) => answer(client.POST("/api/v1/sim/faults", { params: { header: idempotent(key) }, body })),
    { touches: ["sim", "devices", "vehicles"], onDone },
  );
}

export function useSetSpeed() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (factor: number) => answer(client.PUT("/api/v1/sim/speed", { params: {}, body: { factor } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["sim"] });
      await queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
}
