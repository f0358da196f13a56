import { useEffect, useState } from "react";
import type { Telegram } from "../../../api/types";

export const mostTelegrams = 200;

/** The newest telegrams, without those that came twice; a gap in the numbers stays visible. */
export function joined(before: readonly Telegram[], came: readonly Telegram[]): Telegram[] {
  const first = came[0];
  const last = before.at(-1);
  // The device was opened anew and counts from 1 again.
  const anew = first !== undefined && last !== undefined && first.number === 1 && last.number > 1;
  const kept = anew ? [] : before.filter((one) => first === undefined || one.number < first.number);
  return [...kept, ...came].slice(-mostTelegrams);
}

export type TelegramStream = { telegrams: Telegram[]; connected: boolean };

/** Telegrams as they come, while somebody looks. A paused view keeps what it shows. */
export function useTelegrams(device: string, paused: boolean): TelegramStream {
  const [telegrams, setTelegrams] = useState<Telegram[]>([]);
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    if (paused) return;
    const source = new EventSource(`/api/v1/devices/${encodeURIComponent(device)}/telegrams/live`);
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    source.addEventListener("telegrams", (event) => {
      const came = JSON.parse((event as MessageEvent<string>).data) as Telegram[];
      setTelegrams((before) => joined(before, came));
    });
    return () => {
      source.close();
      setConnected(false);
    };
  }, [device, paused]);
  return { telegrams, connected };
}
