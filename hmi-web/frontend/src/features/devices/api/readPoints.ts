import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { ListQuery } from "../../../api/list";

const lookAgainMs = 2_000;

export function useReadPoints() {
  return useQuery({
    queryKey: ["devices", "readPoints"],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/read-points", { params: {} })),
  });
}

export const passesPath = (id: string) => `/api/v1/read-points/${encodeURIComponent(id)}/passes`;

export function usePasses(id: string, query: ListQuery) {
  return useQuery({
    queryKey: ["devices", "passes", id, query],
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/read-points/{id}/passes", { params: { path: { id }, query } })),
  });
}

export function usePass(number: string) {
  return useQuery({
    queryKey: ["devices", "pass", number],
    queryFn: () => answer(client.GET("/api/v1/passes/{number}", { params: { path: { number } } })),
  });
}

export function useWhy(id: string, epc: string) {
  return useQuery({
    queryKey: ["devices", "why", id, epc],
    enabled: /^[0-9A-Fa-f]{4,124}$/.test(epc),
    queryFn: () => answer(client.GET("/api/v1/read-points/{id}/why", { params: { path: { id }, query: { epc } } })),
  });
}
