import { meaningOf } from "../station/scan";

export type Subject = { kind: "units" | "orders"; id: string };

/** What somebody typed or scanned into the search: an SSCC or an order number. */
export function subjectOf(typed: string): Subject | null {
  const meaning = meaningOf(typed);
  if (meaning.kind === "sscc") return { kind: "units", id: meaning.value };
  const plain = meaning.value.toUpperCase();
  if (/^SO-\d+$/.test(plain)) return { kind: "orders", id: plain };
  if (/^\d{1,6}$/.test(plain)) return { kind: "orders", id: `SO-${plain.padStart(6, "0")}` };
  return null;
}
