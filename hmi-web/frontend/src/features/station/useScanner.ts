import { useEffect, useRef } from "react";
import { noScan, scanStep } from "./scan";

/** Hears the scanner wherever the focus is. While `on` is false (a dialog with a field is open) keys pass untouched. */
export function useScanner(on: boolean, onScan: (code: string) => void): void {
  const handler = useRef(onScan);
  useEffect(() => {
    handler.current = onScan;
  });
  useEffect(() => {
    if (!on) return;
    let state = noScan;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = scanStep(state, { code: event.code, shift: event.shiftKey, at: event.timeStamp });
      state = step.state;
      if (step.swallow) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (step.code !== undefined) handler.current(step.code);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [on]);
}
