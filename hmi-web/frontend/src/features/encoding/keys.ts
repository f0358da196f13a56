import type { NewRow } from "./api/encoding";

export type KeyKind = NewRow["kind"];

/** Weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function checkDigit(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

const lengths: Record<KeyKind, number[]> = { sgtin: [8, 12, 13, 14], sscc: [18], grai: [13, 14] };

export type KeyVerdict =
  | { is: "empty" }
  | { is: "right" }
  | { is: "digits" }
  | { is: "wrong-check-digit"; expected: number };

/** What can be said about a key while it is typed. The server looks again. */
export function judge(kind: KeyKind, key: string): KeyVerdict {
  if (key === "") return { is: "empty" };
  if (!/^\d+$/.test(key) || !lengths[kind].includes(key.length)) return { is: "digits" };
  const expected = checkDigit(key.slice(0, -1));
  return Number(key.at(-1)) === expected ? { is: "right" } : { is: "wrong-check-digit", expected };
}

/** The key in a scanned barcode: GS1 elements with or without symbology identifier, or bare digits. */
export function scannedKey(code: string): { kind: KeyKind; key: string; serial?: string } | undefined {
  const text = code.replace(/^\][A-Za-z]\d/, "").replace(/[()]/g, "");
  const gtin = /^01(\d{14})(?:21([\w./-]{1,20}))?/.exec(text);
  if (gtin?.[1]) return { kind: "sgtin", key: gtin[1], ...(gtin[2] ? { serial: gtin[2] } : {}) };
  const sscc = /^00(\d{18})$/.exec(text);
  if (sscc?.[1]) return { kind: "sscc", key: sscc[1] };
  const grai = /^8003(0\d{13})/.exec(text);
  if (grai?.[1]) return { kind: "grai", key: grai[1] };
  if (/^(\d{8}|\d{12,14})$/.test(text)) return { kind: "sgtin", key: text };
  return undefined;
}
