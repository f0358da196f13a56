import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";

export const transportsPath = "/api/v1/transports";

export function useTransports(query: ListQuery) {
  return useQuery({
    queryKey: ["transports", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/transports", { params: { query } })),
  });
}

export function useCancelTransport(onDone: () => void) {
  return useCommand(
    (id: string, key) =>
      answer(client.POST("/api/v1/transports/{id}/cancel", { params: { path: { id }, header: idempotent(key) } })),
    { touches: ["transports", "vehicles"], onDone },
  );
}
