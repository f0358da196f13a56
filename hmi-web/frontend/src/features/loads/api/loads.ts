import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { Load } from "../../../api/types";

const lookAgainMs = 2_000;

/** Loads that have not left, or the latest that have. */
export function useLoads(left: boolean) {
  return useQuery({
    queryKey: ["loads", "list", left],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/loads", { params: { query: { left } } })),
  });
}

export const loadsPath = "/api/v1/loads/all";

/** Loads as a list that the server sorts, filters and cuts into pages. */
export function useLoadList(query: ListQuery) {
  return useQuery({
    queryKey: ["loads", "all", query],
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/loads/all", { params: { query } })),
  });
}

export function useLoad(id: string) {
  return useQuery({
    queryKey: ["loads", "one", id],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/loads/{id}", { params: { path: { id } } })),
  });
}

/** What a person can do with a load. */
export type LoadAct =
  | { act: "leave" }
  | { act: "noMore" }
  | { act: "goOn" }
  | { act: "scan"; code: string }
  | { act: "takenOff"; tag: string }
  | { act: "byHand"; reason: string };

function sendAct(id: string, input: LoadAct, key: string): Promise<Load> {
  const params = { path: { id }, header: idempotent(key) };
  switch (input.act) {
    case "leave":
      return answer(client.POST("/api/v1/loads/{id}/leave", { params }));
    case "noMore":
      return answer(client.POST("/api/v1/loads/{id}/no-more", { params }));
    case "goOn":
      return answer(client.POST("/api/v1/loads/{id}/go-on", { params }));
    case "scan":
      return answer(client.POST("/api/v1/loads/{id}/scan", { params, body: { code: input.code } }));
    case "takenOff":
      return answer(client.POST("/api/v1/loads/{id}/taken-off", { params, body: { tag: input.tag } }));
    case "byHand":
      return answer(client.POST("/api/v1/loads/{id}/close-by-hand", { params, body: { reason: input.reason } }));
  }
}

/** A refusal changes the load too: from then on it is being checked. */
export function useLoadAct(id: string, onDone: (load: Load, act: LoadAct) => void) {
  return useCommand((input: LoadAct, key) => sendAct(id, input, key), {
    touches: ["loads", "tasks", "orders"],
    onDone,
  });
}
