import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { noteContact, notePush } from "./contact";
import { tellScan, tellWeight } from "./stationEvents";
import type { Alarm, StationScan, StationWeight } from "./types";

/** Query keys (first part) that each topic of the server makes old. */
const touches: Record<string, string[]> = {
  orders: ["orders", "trace", "summary", "exceptions"],
  stock: ["stock", "items", "trace", "summary"],
  tasks: ["loads", "tasks", "stations", "summary"],
  alarms: ["alarms", "exceptions"],
  transports: ["transports", "vehicles", "trace", "summary"],
  devices: ["devices", "sim"],
  advices: ["advices", "tasks", "exceptions", "summary"],
  vehicles: ["vehicles"],
};

export function keysOf(topics: readonly string[]): Set<string> {
  return new Set(topics.flatMap((topic) => touches[topic] ?? [topic]));
}

function topicsOf(data: string): string[] {
  try {
    const parsed = JSON.parse(data) as { topics?: unknown };
    return Array.isArray(parsed.topics) ? parsed.topics.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/**
 * Gathers what changed and asks again at most twice a second, however fast the server reports: under load a screen
 * gets the newest state, never a growing queue.
 */
function refresher(queries: QueryClient) {
  let waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    touch(keys: Set<string>) {
      keys.forEach((key) => waiting.add(key));
      timer ??= setTimeout(() => {
        timer = undefined;
        const now = waiting;
        waiting = new Set();
        now.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
      }, 500);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Listens to the server's changes while someone is signed in; after a break everything on screen is asked again. */
export function useLiveChanges(onAlarm: (alarm: Alarm) => void): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = refresher(queries);
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let broken = false;
    const connect = () => {
      source = new EventSource("/api/v1/live/events");
      source.onopen = () => {
        notePush(true);
        noteContact(Date.now());
        if (broken) void queries.invalidateQueries();
        broken = false;
      };
      source.onerror = () => {
        notePush(false);
        broken = true;
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, 3000);
      };
      source.addEventListener("changed", (event) => {
        noteContact(Date.now());
        refresh.touch(keysOf(topicsOf((event as MessageEvent<string>).data)));
      });
      source.addEventListener("alarm", (event) => {
        noteContact(Date.now());
        refresh.touch(keysOf(["alarms"]));
        onAlarm(JSON.parse((event as MessageEvent<string>).data) as Alarm);
      });
      source.addEventListener("scan", (event) => {
        noteContact(Date.now());
        tellScan(JSON.parse((event as MessageEvent<string>).data) as StationScan);
      });
      source.addEventListener("weight", (event) => {
        noteContact(Date.now());
        tellWeight(JSON.parse((event as MessageEvent<string>).data) as StationWeight);
      });
    };
    connect();
    return () => {
      clearTimeout(again);
      refresh.stop();
      source?.close();
      notePush(false);
    };
  }, [queries, onAlarm]);
}
