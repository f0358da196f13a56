import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { RecoveryWanted } from "../../../api/types";

export function useRecovery(id: string) {
  return useQuery({
    queryKey: ["vehicles", id, "recovery"],
    refetchInterval: 3_000,
    queryFn: () => answer(client.GET("/api/v1/vehicles/{id}/recovery", { params: { path: { id } } })),
  });
}

export function useRecover(id: string, onDone: () => void) {
  return useCommand(
    (body: RecoveryWanted, key) =>
      answer(
        client.POST("/api/v1/vehicles/{id}/recovery", { params: { path: { id }, header: idempotent(key) }, body }),
      ),
    { touches: ["vehicles", "transports", "stock"], onDone },
  );
}
