import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";

const lookAgainMs = 2_000;

/** Read cycles of the site; a screen shows those of its read point. */
export function useCycles() {
  return useQuery({
    queryKey: ["devices", "cycles"],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/read-cycles", { params: {} })),
  });
}

export function useCycleReports(id: string) {
  return useQuery({
    queryKey: ["devices", "cycleReports", id],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/read-cycles/{id}/reports", { params: { path: { id } } })),
  });
}

/** Begins a cycle by hand, or ends the one that runs. */
export function useCycleAct(id: string) {
  return useCommand(
    (act: "begin" | "end", key) => {
      const params = { path: { id }, header: idempotent(key) };
      return act === "begin"
        ? answer(client.POST("/api/v1/read-cycles/{id}/begin", { params }))
        : answer(client.POST("/api/v1/read-cycles/{id}/end", { params }));
    },
    { touches: ["devices"] },
  );
}
