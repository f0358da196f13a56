import { describe, expect, it } from "vitest";
import { tokens, type Token } from "./tokens";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Token, other: Token): number {
  const [light = 0, dark = 0] = [luminance(tokens[one]), luminance(tokens[other])].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const texts: [Token, Token][] = [
  ["text", "ground"],
  ["text", "raised"],
  ["muted", "ground"],
  ["muted", "raised"],
  ["muted", "surface"],
  ["muted", "slot"],
  ["onDark", "steel"],
  ["steel", "raised"],
  ["text", "steelSoft"],
  ["text", "redSoft"],
  ["text", "orangeSoft"],
  ["text", "yellow"],
  ["text", "yellowSoft"],
  ["text", "blueSoft"],
  ["red", "raised"],
  ["red", "ground"],
  ["red", "redSoft"],
  ["orange", "raised"],
  ["blue", "surface"],
  ["onDark", "red"],
  ["onDark", "orange"],
  ["onDark", "blue"],
  ["done", "doneSoft"],
];

const symbols: [Token, Token][] = [
  ["vehicle", "floor"],
  ["vehicle", "lane"],
  ["red", "floor"],
  ["orange", "floor"],
  ["blue", "floor"],
  ["unitLine", "slot"],
  ["hatch", "floor"],
  ["focus", "ground"],
];

describe("the colour tokens", () => {
  it.each(texts)("let %s be read on %s (4.5 : 1)", (one, other) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(symbols)("let a symbol in %s stand out on %s (3 : 1)", (one, other) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(3);
  });
});
