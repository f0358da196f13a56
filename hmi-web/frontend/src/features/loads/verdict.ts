import type { LoadRow } from "../../api/types";
import type { Tone } from "../../ui/Tag";

export type Standing = "open" | "loading" | "surplus" | "complete" | "closedByHand";

/** Missing parcels are no trouble until somebody wanted the truck to leave. */
export function standingOf(load: LoadRow): Standing {
  if (load.verdict === "open" && load.state !== "left" && load.passes === 0) return load.surplus > 0 ? "surplus" : "loading";
  return load.verdict;
}

export const standingTone: Record<Standing, Tone> = {
  open: "wrong",
  loading: "calm",
  surplus: "wrong",
  complete: "done",
  closedByHand: "attention",
};
