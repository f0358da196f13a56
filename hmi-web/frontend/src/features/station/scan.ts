/**
 * Reads a keyboard-wedge scanner out of the stream of key presses. A scanner types a character every 7 to 16 ms, a
 * person hardly faster than one in 100 ms. Physical keys (`code`) are read, not characters, so that a Chinese input
 * method that is on cannot swallow or change the code.
 */
export type KeyPress = { code: string; shift: boolean; at: number };

export type ScanState = { text: string; lastAt: number };

export type ScanStep = {
  state: ScanState;
  /** A whole code, when this key ended one. */
  code?: string;
  /** The key belongs to the scanner and must not reach a focused button. */
  swallow: boolean;
};

export const noScan: ScanState = { text: "", lastAt: 0 };

const betweenKeysMs = 35;
const shortest = 4;
const longest = 200;

const shifted: Record<string, string> = { Digit1: "!", Digit2: "@", Digit3: "#", Digit4: "$", Digit5: "%", Digit7: "&" };
const signs: Record<string, [string, string]> = {
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Period: [".", ">"],
  Comma: [",", "<"],
  Slash: ["/", "?"],
  Semicolon: [";", ":"],
  Space: [" ", " "],
};

/** The character a US keyboard prints for a key; scanners type as one unless told otherwise. */
export function characterOf({ code, shift }: Pick<KeyPress, "code" | "shift">): string | null {
  if (/^Digit\d$/.test(code)) {
    if (!shift) return code.slice(5);
    if (code === "Digit9") return "(";
    return code === "Digit0" ? ")" : (shifted[code] ?? null);
  }
  if (/^Numpad\d$/.test(code)) return code.slice(6);
  if (/^Key[A-Z]$/.test(code)) return shift ? code.slice(3) : code.slice(3).toLowerCase();
  return signs[code]?.[shift ? 1 : 0] ?? null;
}

export function scanStep(state: ScanState, key: KeyPress): ScanStep {
  const fast = state.text !== "" && key.at - state.lastAt <= betweenKeysMs;
  if (key.code === "Enter" || key.code === "NumpadEnter" || key.code === "Tab") {
    if (fast && state.text.length >= shortest) return { state: noScan, code: state.text, swallow: true };
    return { state: noScan, swallow: false };
  }
  if (key.code.startsWith("Shift")) return { state, swallow: false };
  const character = characterOf(key);
  if (character === null) return { state: noScan, swallow: false };
  const text = fast ? (state.text + character).slice(0, longest) : character;
  return { state: { text, lastAt: key.at }, swallow: fast };
}

export type Scanned = { kind: "sscc" | "gtin" | "other"; value: string; raw: string };

/** What a code names: AIM identifier cut off, then GS1 application identifiers 00 (SSCC) and 01 (GTIN). */
export function meaningOf(raw: string): Scanned {
  const plain = raw.trim().replace(/^\][A-Za-z][0-9A-Za-z]/, "").replace(/[()\s]/g, "");
  const sscc = /^00(\d{18})$/.exec(plain)?.[1] ?? /^(\d{18})$/.exec(plain)?.[1];
  if (sscc !== undefined && checks(sscc)) return { kind: "sscc", value: sscc, raw };
  const gtin = /^01(\d{14})/.exec(plain)?.[1] ?? /^(\d{8}|\d{12,14})$/.exec(plain)?.[1]?.padStart(14, "0");
  if (gtin !== undefined && checks(gtin)) return { kind: "gtin", value: gtin, raw };
  return { kind: "other", value: plain, raw };
}

/** GS1 mod-10: weights 3, 1, 3 … from the digit before the check digit. */
export function checks(digits: string): boolean {
  const sum = Array.from(digits.slice(0, -1))
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}
