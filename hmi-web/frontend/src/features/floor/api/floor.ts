import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { answer, client } from "../../../api/client";
import { noteContact } from "../../../api/contact";
import type { FloorFrame } from "../../../api/types";
import { absorb, nothingYet, type LiveState } from "../liveFloor";

export function useFloor() {
  return useQuery({
    queryKey: ["floor"],
    staleTime: Infinity,
    queryFn: () => answer(client.GET("/api/v1/floor", { params: {} })),
  });
}

/** Positions live outside React: the canvas reads them sixty times a second, components when something changed. */
export class LiveFloor {
  private state: LiveState = nothingYet;
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly url: string) {}

  readonly current = (): LiveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  open(): void {
    this.closed = false;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onmessage = (message: MessageEvent<string>) => {
      const now = Date.now();
      const frame = JSON.parse(message.data) as FloorFrame;
      this.failures = 0;
      noteContact(now);
      this.set(absorb(this.state, frame, now));
    };
    socket.onclose = () => {
      if (this.closed || this.socket !== socket) return;
      this.set({ ...this.state, link: "lost" });
      this.failures += 1;
      // Half a second, then doubling to at most five seconds, spread so that all screens do not come at once.
      const wait = Math.min(5000, 500 * 2 ** Math.min(this.failures, 4)) * (0.75 + Math.random() / 2);
      this.timer = setTimeout(() => this.open(), wait);
    };
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  private set(state: LiveState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

function floorUrl(): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}/api/v1/live/floor`;
}

/** One connection for as long as the map is on screen. */
export function useLiveFloor(): LiveFloor {
  const [live] = useState(() => new LiveFloor(floorUrl()));
  useEffect(() => {
    live.open();
    return () => live.close();
  }, [live]);
  return live;
}

export function useLiveState(live: LiveFloor): LiveState {
  return useSyncExternalStore(live.subscribe, live.current);
}
