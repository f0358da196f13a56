import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";

export function useSummary() {
  return useQuery({
    queryKey: ["summary"],
    refetchInterval: 5_000,
    queryFn: () => answer(client.GET("/api/v1/system/summary", { params: {} })),
  });
}

export const importKinds = ["items", "parties", "orders", "advices"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Sends a CSV file; the same file twice changes nothing. */
export function useImport() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: ({ kind, file }: { kind: ImportKind; file: File }) =>
      answer(
        client.POST("/api/v1/imports/{kind}", {
          params: { path: { kind } },
          body: { file: "" },
          bodySerializer: () => {
            const form = new FormData();
            form.append("file", file);
            return form;
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
}
