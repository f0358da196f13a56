import { useQuery } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";

export function useUnitTrace(sscc: string) {
  return useQuery({
    queryKey: ["trace", "unit", sscc],
    queryFn: () => answer(client.GET("/api/v1/trace/units/{sscc}", { params: { path: { sscc } } })),
  });
}

export function useOrderTrace(id: string) {
  return useQuery({
    queryKey: ["trace", "order", id],
    queryFn: () => answer(client.GET("/api/v1/trace/orders/{id}", { params: { path: { id } } })),
  });
}
