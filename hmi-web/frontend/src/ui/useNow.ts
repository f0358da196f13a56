import { useSyncExternalStore } from "react";

/** One clock for all ages on a screen: it ticks once in `everyMs` while anyone looks at it. */
function ticker(everyMs: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (timer === undefined) now = Date.now();
      timer ??= setInterval(() => {
        now = Date.now();
        listeners.forEach((each) => each());
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    now: () => now,
  };
}

const second = ticker(1000);

export function useNow(): number {
  return useSyncExternalStore(second.subscribe, second.now);
}
