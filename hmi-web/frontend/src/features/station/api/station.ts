import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, idempotent } from "../../../api/client";
import { useCommand } from "../../../api/command";
import type { Job, JobEffect, WeightReason } from "../../../api/types";

export function useStations() {
  return useQuery({
    queryKey: ["stations"],
    queryFn: () => answer(client.GET("/api/v1/stations", { params: {} })),
  });
}

export function useSignOn(onDone: () => void) {
  return useCommand(
    (id: string, key) =>
      answer(client.POST("/api/v1/stations/{id}/sign-on", { params: { path: { id }, header: idempotent(key) } })),
    { touches: ["stations"], onDone },
  );
}

export function useSignOff(onDone: () => void) {
  return useCommand(
    (id: string, key) =>
      answer(client.POST("/api/v1/stations/{id}/sign-off", { params: { path: { id }, header: idempotent(key) } })),
    { touches: ["stations"], onDone },
  );
}

/** The one job of a station, null when there is none. Pushed by "tasks"; asked every 5 s should the push be down. */
export function useJob(station: string) {
  return useQuery({
    queryKey: ["tasks", "job", station],
    refetchInterval: 5_000,
    queryFn: async (): Promise<Job | null> => {
      const job = await answer(client.GET("/api/v1/stations/{id}/job", { params: { path: { id: station } } }));
      return job ?? null;
    },
  });
}

export function useQueue(station: string) {
  return useQuery({
    queryKey: ["tasks", "queue", station],
    queryFn: () => answer(client.GET("/api/v1/stations/{id}/queue", { params: { path: { id: station } } })),
  });
}

/** What a person can say to a job. */
export type JobAct =
  | { act: "start"; task: string }
  | { act: "confirm"; task: string; quantity?: number; code?: string; weightG?: number; weightReason?: WeightReason; weightNote?: string }
  | { act: "short"; task: string; quantity: number; reason: string }
  | { act: "exception"; task: string; reason: string; note: string };

function sendAct(input: JobAct, key: string): Promise<JobEffect> {
  const params = { path: { id: input.task }, header: idempotent(key) };
  switch (input.act) {
    case "start":
      return answer(client.POST("/api/v1/tasks/{id}/start", { params }));
    case "confirm": {
      const { quantity, code, weightG, weightReason, weightNote } = input;
      const body = {
        ...(quantity === undefined ? {} : { quantity }),
        ...(code === undefined ? {} : { code }),
        ...(weightG === undefined ? {} : { weightG }),
        ...(weightReason === undefined ? {} : { weightReason }),
        ...(weightNote === undefined || weightNote === "" ? {} : { weightNote }),
      };
      return answer(client.POST("/api/v1/tasks/{id}/confirm", { params, body }));
    }
    case "short":
      return answer(
        client.POST("/api/v1/tasks/{id}/short", { params, body: { quantity: input.quantity, reason: input.reason } }),
      );
    case "exception": {
      const body = { reason: input.reason, ...(input.note === "" ? {} : { note: input.note }) };
      return answer(client.POST("/api/v1/tasks/{id}/exception", { params, body }));
    }
  }
}

export function useJobAct(station: string, onDone: (effect: JobEffect, act: JobAct) => void) {
  const queries = useQueryClient();
  return useCommand(sendAct, {
    touches: ["tasks", "orders", "advices", "stock"],
    onDone: (effect, act) => {
      // The answer names the next job, so the screen need not ask for it first.
      if (effect.next) queries.setQueryData(["tasks", "job", station], effect.next);
      onDone(effect, act);
    },
  });
}
