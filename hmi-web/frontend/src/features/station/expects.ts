import type { Job } from "../../api/types";
import type { Scanned } from "./scan";

/** What the scanner is for in this step. */
export type Expectation = "pallet" | "unit" | "item" | "parcel" | "nothing";

export function expectationOf(job: Job): Expectation {
  if (job.kind === "unload") return job.unload?.started ? "pallet" : "nothing";
  if (job.kind === "pick") return job.pick?.unitConfirmedBy ? "item" : "unit";
  return job.kind === "load" ? "parcel" : "nothing";
}

export type Verdict =
  | { ok: true; confirm: { code: string; quantity?: number } }
  | { ok: false; why: "wrongUnit" | "wrongItem" | "wrongParcel" | "notAdvised" | "alreadySeen" | "notExpected"; expected: string };

/**
 * Whether the scanned code is the one the job wants. A wrong one is stopped here and never reaches the server as a
 * confirmation; the server checks again.
 */
export function readScan(job: Job, scanned: Scanned): Verdict {
  const expectation = expectationOf(job);
  if (expectation === "pallet" && job.unload) {
    const pallet = job.unload.pallets.find((one) => one.sscc === scanned.value);
    if (!pallet) return { ok: false, why: "notAdvised", expected: job.unload.advice };
    if (pallet.seenAt) return { ok: false, why: "alreadySeen", expected: "" };
    return { ok: true, confirm: { code: scanned.value } };
  }
  if (job.kind === "pick" && job.pick) {
    if (expectation === "unit") {
      return scanned.value === job.pick.unit
        ? { ok: true, confirm: { code: scanned.value } }
        : { ok: false, why: "wrongUnit", expected: job.pick.unit };
    }
    const same = scanned.value === job.pick.gtin.padStart(14, "0") || scanned.value === job.pick.item;
    return same
      ? { ok: true, confirm: { code: scanned.raw.trim() === job.pick.item ? job.pick.item : job.pick.gtin, quantity: job.pick.quantity } }
      : { ok: false, why: "wrongItem", expected: job.pick.gtin };
  }
  if (job.kind === "load" && job.load) {
    return scanned.value === job.load.parcel
      ? { ok: true, confirm: { code: scanned.value } }
      : { ok: false, why: "wrongParcel", expected: job.load.parcel };
  }
  return { ok: false, why: "notExpected", expected: "" };
}
