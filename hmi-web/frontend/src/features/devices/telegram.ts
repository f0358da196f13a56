import { telegramErrors } from "./telegramErrors";
import { telegramNames, telegramPhrases } from "./telegramWords";

/** "BB0022" reads as "BB 00 22". */
export function spaced(hex: string): string {
  return hex.replace(/\s+/g, "").replace(/(..)(?=.)/g, "$1 ");
}

/** Values of a telegram that are words of the driver; all others are figures, names and texts of the device. */
const worded = new Set(["what", "name", "error", "meaning", "status", "concern", "running", "part", "epc", "region", "value", "model"]);

/** A value that `#` stands for: a number, or bytes in hex. */
const figure = /\b(?:\d+(?:\.\d+)?|[0-9A-F]{2,8})\b/g;

/** What a telegram says, its type first, as name=value in the reader's language; nested values as JSON. */
export function meaningText(meaning: Record<string, unknown>, language = "en"): string {
  const { type, ...rest } = meaning;
  const zh = language.startsWith("zh");
  // Devices that speak text say what it means themselves.
  if (type === "text" && typeof rest.text === "string") return rest.text;
  const facts = Object.entries(rest).map(([name, value]) => {
    const said = valueText(value);
    return zh
      ? `${telegramNames[name] ?? name}=${worded.has(name) && typeof value === "string" ? phraseInChinese(said) : said}`
      : `${name}=${said}`;
  });
  const what = typeof type === "string" ? (zh ? phraseInChinese(type) : type) : "";
  return [what, ...facts].filter((part) => part !== "").join("  ");
}

/** A telegram that says that something is wrong, or bytes that are none. */
export function isBad(meaning: Record<string, unknown>): boolean {
  const { type } = meaning;
  return "error" in meaning || type === "noise" || type === "exception" || type === "no answer";
}

/** A phrase of a driver in Chinese; one that nobody has put into Chinese yet stays as it is. */
export function phraseInChinese(phrase: string): string {
  return known(phrase) ?? inParts(phrase, ": ", "：") ?? inParts(phrase, ", ", "，") ?? phrase;
}

function known(phrase: string): string | null {
  const plain = lookup(phrase);
  if (plain !== undefined) return plain;
  const figures = phrase.match(figure) ?? [];
  const form = lookup(phrase.replace(figure, "#"));
  if (form === undefined || figures.length === 0) return null;
  return figures.reduce<string>((text, value) => text.replace("#", value), form);
}

function lookup(phrase: string): string | undefined {
  const key = phrase.toLowerCase().replaceAll("-", " ");
  return telegramPhrases[key] ?? telegramErrors[key];
}

function inParts(phrase: string, between: string, joined: string): string | null {
  const parts = phrase.split(between);
  if (parts.length < 2) return null;
  const said = parts.map(known);
  return said.every((part) => part !== null) ? said.join(joined) : null;
}

export function valueText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return JSON.stringify(value);
}
