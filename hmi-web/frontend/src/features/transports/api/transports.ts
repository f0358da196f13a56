import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { TransportClose, TransportTerms } from "../../../api/types";

export const transportsPath = "/api/v1/transports";

export function useTransports(query: ListQuery) {
  return useQuery({
    queryKey: ["transports", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/transports", { params: { query } })),
  });
}

export type TransportAct =
  | { act: "cancel" | "hold" | "let-go"; id: string }
  | { act: "reroute"; id: string; body: { to: string } }
  | { act: "accept"; id: string; body: { why: string } }
  | { act: "close"; id: string; body: TransportClose }
  | { act: "priority"; id: string; body: { priority: number } }
  | { act: "terms"; id: string; body: TransportTerms };

export function useTransportAct(onDone: () => void) {
  return useCommand(
    async (input: TransportAct, key): Promise<void> => {
      const params = { path: { id: input.id }, header: idempotent(key) };
      switch (input.act) {
        case "reroute":
          await answer(client.POST("/api/v1/transports/{id}/reroute", { params, body: input.body }));
          return;
        case "accept":
          await answer(client.POST("/api/v1/transports/{id}/accept", { params, body: input.body }));
          return;
        case "close":
          await answer(client.POST("/api/v1/transports/{id}/close", { params, body: input.body }));
          return;
        case "priority":
          await answer(client.PUT("/api/v1/transports/{id}/priority", { params, body: input.body }));
          return;
        case "terms":
          await answer(client.PUT("/api/v1/transports/{id}/terms", { params, body: input.body }));
          return;
        default:
          await answer(client.POST(`/api/v1/transports/{id}/${input.act}`, { params }));
      }
    },
    { touches: ["transports", "vehicles"], onDone },
  );
}
