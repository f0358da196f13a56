import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { ListQuery } from "../../../api/list";

export const byItemPath = "/api/v1/stock/by-item";
export const byLocationPath = "/api/v1/stock/by-location";

export function useStockByItem(query: ListQuery) {
  return useQuery({
    queryKey: ["stock", "item", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/stock/by-item", { params: { query } })),
  });
}

export function useStockByLocation(query: ListQuery) {
  return useQuery({
    queryKey: ["stock", "location", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/stock/by-location", { params: { query } })),
  });
}
