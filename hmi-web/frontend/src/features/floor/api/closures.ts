import { useQuery } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";

/** Asked every three seconds: another screen may have closed a lane. */
export function useClosures() {
  return useQuery({
    queryKey: ["closures"],
    refetchInterval: 3_000,
    queryFn: () => answer(client.GET("/api/v1/floor/closures", { params: {} })),
  });
}

export type PlaceAct =
  | { act: "close"; from: string; to: string | null; why: string }
  | { act: "open"; from: string; to: string | null };

export function usePlaceAct(onDone: () => void) {
  return useCommand(
    (input: PlaceAct, key) => {
      const params = { header: idempotent(key) };
      const { from, to } = input;
      return input.act === "close"
        ? answer(client.POST("/api/v1/floor/closures", { params, body: { from, to, why: input.why } }))
        : answer(client.POST("/api/v1/floor/openings", { params, body: { from, to } }));
    },
    { touches: ["closures", "vehicles"], onDone },
  );
}
