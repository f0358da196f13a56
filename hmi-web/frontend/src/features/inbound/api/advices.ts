import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { Advice, NewAdvice } from "../../../api/types";

export const advicesPath = "/api/v1/advices";

export function useAdvices(query: ListQuery) {
  return useQuery({
    queryKey: ["advices", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/advices", { params: { query } })),
  });
}

export function useAdvice(id: string) {
  return useQuery({
    queryKey: ["advices", "one", id],
    queryFn: () => answer(client.GET("/api/v1/advices/{id}", { params: { path: { id } } })),
  });
}

export function useAnnounce(onDone: (advice: Advice) => void) {
  return useCommand(
    (body: NewAdvice, key) => answer(client.POST("/api/v1/advices", { params: { header: idempotent(key) }, body })),
    { touches: ["advices"], onDone },
  );
}

/** Docks where trucks are unloaded. */
export function useDocks() {
  return useQuery({
    queryKey: ["locations", "docks"],
    queryFn: () => answer(client.GET("/api/v1/locations", { params: { query: { type: "dock", sort: "id", size: 100 } } })),
  });
}

/** The truck of an advice stands at a dock. */
export function useArrive(id: string) {
  return useCommand(
    (dock: string, key) =>
      answer(
        client.POST("/api/v1/advices/{id}/arrive", {
          params: { path: { id }, header: idempotent(key) },
          body: { dock },
        }),
      ),
    { touches: ["advices", "stations"] },
  );
}

export function useSuppliers(q: string) {
  return useQuery({
    queryKey: ["parties", "supplier", q],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/parties", { params: { query: { role: "supplier", q, size: 30 } } })),
  });
}
