import { describe, expect, it } from "vitest";
import { checks, meaningOf, noScan, scanStep, type ScanState } from "./scan";

type Typed = { codes: string[]; swallowed: boolean[]; state: ScanState };

const keyOf = (character: string): { code: string; shift: boolean } => {
  if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
  if (character === "]") return { code: "BracketRight", shift: false };
  return { code: `Key${character.toUpperCase()}`, shift: character !== character.toLowerCase() };
};

function type(text: string, everyMs: number, start = 1000, from: ScanState = noScan): Typed {
  let at = start;
  const typed: Typed = { codes: [], swallowed: [], state: from };
  const press = (code: string, shift: boolean) => {
    const step = scanStep(typed.state, { code, shift, at });
    typed.state = step.state;
    typed.swallowed.push(step.swallow);
    if (step.code !== undefined) typed.codes.push(step.code);
    at += everyMs;
  };
  for (const character of text) press(keyOf(character).code, keyOf(character).shift);
  press("Enter", false);
  return typed;
}

describe("a wedge scanner", () => {
  it("is heard when it types fast and ends with Enter", () => {
    expect(type("095211410000000017", 8).codes).toEqual(["095211410000000017"]);
  });

  it("is heard through spikes of 16 ms and capital letters", () => {
    expect(type("]C1S01A", 16).codes).toEqual(["]C1S01A"]);
  });

  it("never lets its Enter press a focused button", () => {
    expect(type("12345678", 8).swallowed.at(-1)).toBe(true);
  });

  it("is not a person at the keyboard, whose Enter stays theirs", () => {
    const person = type("12345678", 120);
    expect(person.codes).toEqual([]);
    expect(person.swallowed.at(-1)).toBe(false);
  });

  it("is not a short burst of two keys", () => {
    expect(type("12", 8).codes).toEqual([]);
  });

  it("loses and doubles nothing in ten scans within two seconds", () => {
    let state = noScan;
    const heard: string[] = [];
    for (let scan = 0; scan < 10; scan++) {
      const typed = type(`100000${scan}`, 8, 1000 + scan * 200, state);
      state = typed.state;
      heard.push(...typed.codes);
    }
    expect(heard).toEqual(Array.from({ length: 10 }, (_, scan) => `100000${scan}`));
  });

  it("forgets half a code that was cut off", () => {
    const cut = type("99", 8).state;
    expect(type("12345678", 8, 5000, cut).codes).toEqual(["12345678"]);
  });
});

describe("a scanned code", () => {
  it("is an SSCC with or without its application identifier", () => {
    expect(meaningOf("(00)106141412345678908")).toMatchObject({ kind: "sscc", value: "106141412345678908" });
    expect(meaningOf("]C100106141412345678908")).toMatchObject({ kind: "sscc", value: "106141412345678908" });
    expect(meaningOf("106141412345678908")).toMatchObject({ kind: "sscc" });
  });

  it("is a GTIN of any length, padded to fourteen digits", () => {
    expect(meaningOf("4006381333931")).toMatchObject({ kind: "gtin", value: "04006381333931" });
    expect(meaningOf("0104006381333931")).toMatchObject({ kind: "gtin", value: "04006381333931" });
  });

  it("is something else when the check digit is wrong", () => {
    expect(checks("106141412345678908")).toBe(true);
    expect(meaningOf("106141412345678907").kind).toBe("other");
    expect(meaningOf("S-01-01")).toMatchObject({ kind: "other", value: "S-01-01" });
  });
});
