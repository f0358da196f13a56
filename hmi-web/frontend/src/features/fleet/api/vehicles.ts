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

export type VehicleAct =
  | { act: "pause" | "resume" | "charge" | "park" | "work"; id: string }
  | { act: "send"; id: string; node: string };

export function useVehicleAct(onDone: () => void) {
  return useCommand(
    (input: VehicleAct, key) => {
      const params = { path: { id: input.id }, header: idempotent(key) };
      return input.act === "send"
        ? answer(client.POST("/api/v1/vehicles/{id}/send", { params, body: { node: input.node } }))
        : answer(client.POST(`/api/v1/vehicles/{id}/${input.act}`, { params }));
    },
    { touches: ["vehicles"], onDone },
  );
}

type Area = { minX: number; minY: number; maxX: number; maxY: number };
export type FleetAct = { act: "pause" | "resume"; within: Area | null };

export function useFleetAct(onDone: () => void) {
  return useCommand(
    ({ act, within }: FleetAct, key) =>
      answer(client.POST(`/api/v1/fleet/${act}`, { params: { header: idempotent(key) }, body: { within } })),
    { touches: ["vehicles"], onDone },
  );
}

export function useVehicleOrder(id: string) {
  return useQuery({
    queryKey: ["vehicles", id, "order"],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/order", { params: { path: { id } } })),
  });
}

export function useVehicleMessages(id: string, paused: boolean) {
  return useQuery({
    queryKey: ["vehicles", id, "messages"],
    refetchInterval: paused ? false : 2_000,
    enabled: !paused,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/messages", { params: { path: { id } } })),
  });
}

export function useVehicleHistory(id: string, hours: number) {
  return useQuery({
    queryKey: ["vehicles", id, "history", hours],
    refetchInterval: 10_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/history", { params: { path: { id }, query: { hours } } })),
  });
}

/** What it can be asked for outside its orders, and what became of that. */
export function useVehicleServices(id: string) {
  return useQuery({
    queryKey: ["vehicles", id, "services"],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/services", { params: { path: { id } } })),
  });
}

type ServiceAsked = { id: string; type: string; parameters: Record<string, string> };

export function useAskService(onDone: () => void) {
  return useCommand(
    ({ id, type, parameters }: ServiceAsked, key) =>
      answer(
        client.POST("/api/v1/vehicles/{id}/services", {
          params: { path: { id }, header: idempotent(key) },
          body: { type, parameters },
        }),
      ),
    { touches: ["vehicles"], onDone },
  );
}
