import type { RecoveryAboard, RecoveryFate, VehicleRecovery } from "../../api/types";

/** A person's answers about a vehicle in trouble. */
export type Found = {
  node: string | null;
  aboard: RecoveryAboard | null;
  unit: string;
  fate: RecoveryFate | null;
  putAt: string | null;
  /** It does not drive on: it is switched off, or its order was deleted at the vehicle. */
  off: boolean;
  note: string;
};

/** What can be supposed from what is known; who has looked may say otherwise. */
export function supposed(known: VehicleRecovery): Found {
  return {
    node: known.lastNode ?? known.nearestNode ?? null,
    aboard: null,
    unit: known.reportedUnit ?? known.transport?.unit ?? known.booked[0] ?? "",
    fate: null,
    putAt: null,
    off: false,
    note: "",
  };
}

/** The SSCC in what was scanned or typed: 18 digits, with or without their application identifier 00. */
export function ssccIn(text: string): string {
  const digits = text.replace(/[^0-9]/g, "");
  return digits.length === 20 && digits.startsWith("00") ? digits.slice(2) : digits;
}

/** What may become of the transport, likeliest first; the server has the last word. */
export function fatesFor(known: VehicleRecovery, found: Pick<Found, "aboard" | "unit">): RecoveryFate[] {
  const { transport, booked } = known;
  if (found.aboard === null) return [];
  const unit = found.aboard === "unit" ? ssccIn(found.unit) : "";
  if (!transport) {
    const gone = found.aboard !== "unknown" && booked.some((one) => one !== unit);
    return gone ? ["standsAt"] : ["none"];
  }
  if (unit === transport.unit) return ["carryOn", "bringBack"];
  if (transport.fetched) return ["standsAt", "delivered"];
  const others: RecoveryFate[] = ["giveToAnother", "standsAt", "delivered"];
  return found.aboard === "nothing" ? ["carryOn", ...others] : others;
}

/** It has not reported for a while: nobody knows whether it drives. */
export function isSilent(known: Pick<VehicleRecovery, "reportsLoad">): boolean {
  return known.reportsLoad === null;
}

export function asksForPlace(fate: RecoveryFate | null): boolean {
  return fate === "standsAt" || fate === "delivered";
}

/** The answers as they are sent, or null while one is missing. */
export function answersOf(known: VehicleRecovery, found: Found) {
  const { node, aboard, fate, putAt } = found;
  const note = found.note.trim();
  if (node === null || aboard === null || fate === null || note === "") return null;
  if (!fatesFor(known, found).includes(fate)) return null;
  if (aboard === "unit" && ssccIn(found.unit) === "") return null;
  if (asksForPlace(fate) && putAt === null) return null;
  return {
    node,
    aboard,
    unit: aboard === "unit" ? ssccIn(found.unit) : null,
    fate,
    putAt: asksForPlace(fate) ? putAt : null,
    off: isSilent(known) && found.off,
    note,
  };
}
