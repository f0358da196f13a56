import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { ListQuery } from "../../../api/list";
import type { components } from "../../../api/schema";

export type NewUser = components["schemas"]["NewUser"];
export type UserChange = components["schemas"]["UserChange"];
export type UserChanged = components["schemas"]["UserChanged"];

export const usersPath = "/api/v1/users";

export function useUsers(query: ListQuery) {
  return useQuery({
    queryKey: ["users", query],
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/users", { params: { query } })),
  });
}

export function useCreateUser(onDone: (changed: UserChanged) => void) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (body: NewUser) => answer(client.POST("/api/v1/users", { params: {}, body })),
    onSuccess: async (changed) => {
      onDone(changed);
      await queries.invalidateQueries({ queryKey: ["users"] });
    },
  });
}

export function useChangeUser(onDone: (changed: UserChanged) => void) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: ({ name, change }: { name: string; change: UserChange }) =>
      answer(client.PUT("/api/v1/users/{name}", { params: { path: { name } }, body: change })),
    onSuccess: async (changed) => {
      onDone(changed);
      await queries.invalidateQueries({ queryKey: ["users"] });
    },
  });
}
