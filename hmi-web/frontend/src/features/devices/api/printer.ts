import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";

export function usePrintJobs(printer: string) {
  return useQuery({
    queryKey: ["devices", "jobs", printer],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/printers/{name}/jobs", { params: { path: { name: printer } } })),
  });
}

export function usePrintLabel(printer: string, onDone: () => void) {
  return useCommand(
    (sscc: string, key) =>
      answer(
        client.POST("/api/v1/printers/{name}/jobs", {
          params: { path: { name: printer }, header: idempotent(key) },
          body: { sscc },
        }),
      ),
    { touches: ["devices"], onDone },
  );
}

type Decision = { job: string; what: "again" | "cancel" };

export function useDecidePrint(printer: string) {
  return useCommand(
    ({ job, what }: Decision) => {
      const params = { path: { name: printer, job } };
      return answer(
        what === "again"
          ? client.POST("/api/v1/printers/{name}/jobs/{job}/again", { params })
          : client.POST("/api/v1/printers/{name}/jobs/{job}/cancel", { params }),
      );
    },
    { touches: ["devices"] },
  );
}
