import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { ListQuery } from "../../../api/list";

export const exceptionsPath = "/api/v1/exceptions";

export function useExceptions(query: ListQuery) {
  return useQuery({
    queryKey: ["exceptions", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/exceptions", { params: { query } })),
  });
}
