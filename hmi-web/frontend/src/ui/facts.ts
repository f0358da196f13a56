import type { Facts } from "../api/types";

/** What people look for first; whatever else there is follows by name. */
const first = ["item", "lot", "quantity", "picked", "from", "to", "slot", "reason", "purpose", "document", "account"];

/** Facts as name and value in a steady order, without those that stand beside them already. */
export function orderedFacts(facts: Facts, besides: readonly (string | null | undefined)[]): [string, string][] {
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return Object.entries(facts)
    .map(([name, value]): [string, string] => [name, shown(value)])
    .filter(([, value]) => value !== "" && !besides.includes(value))
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
