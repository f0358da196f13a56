import type { JobEffect } from "../../api/types";
import type { JobAct } from "./api/station";

/** The server has one word for every change of a receipt; people want to know which of the three it was. */
export function effectKeyOf(effect: JobEffect, act: JobAct): string {
  if (effect.effectKey !== "effect.receipt.done") return effect.effectKey;
  if (act.act === "start") return "effect.receipt.started";
  return act.act === "confirm" && act.code !== undefined ? "effect.receipt.scanned" : effect.effectKey;
}
