import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { ListQuery } from "../../../api/list";
import type { components } from "../../../api/schema";

type Schemas = components["schemas"];
export type EncodingReader = Schemas["EncodingReader"];
export type EncodingRow = Schemas["EncodingRow"];
export type EncodingResult = Schemas["EncodingResult"];
export type EncodingDetail = Schemas["EncodingDetail"];
export type FieldTag = Schemas["EncodingFieldTag"];
export type NewRow = Schemas["NewEncodingRow"];
export type EncodedTag = Schemas["EncodedTag"];
export type LayTags = Schemas["LayTags"];

/** Readers that can write tags. */
export function useEncodingReaders() {
  return useQuery({
    queryKey: ["encoding", "readers"],
    refetchInterval: 5_000,
    queryFn: () => answer(client.GET("/api/v1/encoding/readers", { params: {} })),
  });
}

/** One reader with what lies before it; that changes as fast as hands do. */
export function useEncodingReader(reader: string) {
  return useQuery({
    queryKey: ["encoding", "one", reader],
    refetchInterval: 1_000,
    queryFn: () => answer(client.GET("/api/v1/encoding/readers/{reader}", { params: { path: { reader } } })),
  });
}

/** An act at one reader; its answer is the reader as it is then. */
function useAct<V>(reader: string, act: (input: V) => Promise<EncodingReader>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: act,
    onSuccess: (now: EncodingReader) => {
      queries.setQueryData(["encoding", "one", reader], now);
      onDone?.();
    },
  });
}

export function useStartRow(reader: string, onDone: () => void) {
  return useAct(
    reader,
    (body: NewRow) =>
      answer(client.PUT("/api/v1/encoding/readers/{reader}/run", { params: { path: { reader } }, body })),
    onDone,
  );
}

export function useStopRow(reader: string) {
  return useAct(reader, () =>
    answer(client.DELETE("/api/v1/encoding/readers/{reader}/run", { params: { path: { reader } } })),
  );
}

export function useOverwrite(reader: string) {
  return useAct(reader, (epc: string) =>
    answer(
      client.PUT("/api/v1/encoding/readers/{reader}/run/overwrite", { params: { path: { reader } }, body: { epc } }),
    ),
  );
}

export function useWrittenTags(query: ListQuery) {
  return useQuery({
    queryKey: ["encoding", "written", query],
    queryFn: () => answer(client.GET("/api/v1/encodings", { params: { query } })),
  });
}

export function useLaidTags() {
  return useQuery({
    queryKey: ["sim", "tags"],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/sim/tags", { params: {} })),
  });
}

export function useLayTags() {
  return useCommand(
    (body: LayTags, key) => answer(client.POST("/api/v1/sim/tags", { params: { header: idempotent(key) }, body })),
    { touches: ["sim", "encoding"] },
  );
}

export function useClearTags() {
  return useCommand(
    (reader: string) =>
      answer(client.DELETE("/api/v1/sim/readers/{reader}/tags", { params: { path: { reader } } })),
    { touches: ["sim", "encoding"] },
  );
}
