import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { Milestone, NewOrder, Order } from "../../../api/types";

export const ordersPath = "/api/v1/orders";

export function useOrders(query: ListQuery) {
  return useQuery({
    queryKey: ["orders", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/orders", { params: { query } })),
  });
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: ["orders", "one", id],
    queryFn: () => answer(client.GET("/api/v1/orders/{id}", { params: { path: { id } } })),
  });
}

export function useEnterOrder(onDone: (order: Order) => void) {
  return useCommand(
    (body: NewOrder, key) => answer(client.POST("/api/v1/orders", { params: { header: idempotent(key) }, body })),
    { touches: ["orders", "stock"], onDone },
  );
}

export type OrderAct = "confirm" | "cancel";

export function useOrderAct(id: string, onDone: () => void) {
  return useCommand(
    (act: OrderAct, key) => {
      const params = { path: { id }, header: idempotent(key) };
      return act === "confirm"
        ? answer(client.POST("/api/v1/orders/{id}/confirm", { params }))
        : answer(client.POST("/api/v1/orders/{id}/cancel", { params }));
    },
    { touches: ["orders", "stock"], onDone },
  );
}

export function useAdvance(id: string, onDone: () => void) {
  return useCommand(
    (milestone: Milestone, key) =>
      answer(
        client.POST("/api/v1/orders/{id}/milestones", {
          params: { path: { id }, header: idempotent(key) },
          body: { milestone },
        }),
      ),
    { touches: ["orders"], onDone },
  );
}

export function useCustomers(q: string) {
  return useQuery({
    queryKey: ["parties", "customer", q],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/parties", { params: { query: { role: "customer", q, size: 30 } } })),
  });
}

export function useItems(q: string) {
  return useQuery({
    queryKey: ["items", "choice", q],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/items", { params: { query: { q, size: 30 } } })),
  });
}
