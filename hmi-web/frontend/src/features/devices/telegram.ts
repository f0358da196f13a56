/** "BB0022" reads as "BB 00 22". */
export function spaced(hex: string): string {
  return hex.replace(/\s+/g, "").replace(/(..)(?=.)/g, "$1 ");
}

/** What a telegram says, its type first, as name=value; nested values as JSON. */
export function meaningText(meaning: Record<string, unknown>): string {
  const { type, ...rest } = meaning;
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${valueText(value)}`);
  return [typeof type === "string" ? type : "", ...facts].filter((part) => part !== "").join("  ");
}

export function valueText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return JSON.stringify(value);
}
