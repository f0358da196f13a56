import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allTexts } from "./texts";

function keysIn(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    return typeof value === "object" && value !== null ? keysIn(value as object, key) : [key];
  });
}

function valueOf(tree: object, key: string): string {
  let at: unknown = tree;
  for (const part of key.split(".")) at = (at as Record<string, unknown>)[part];
  return String(at);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|css)$/.test(file) && !file.includes(".test.") && !file.endsWith("schema.d.ts"))
    .map((file) => join(folder, file));
}

const source = join(import.meta.dirname, "..");
const zh = keysIn(allTexts.zh);
const en = keysIn(allTexts.en);
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe("the words on the screens", () => {
  it("exist in Chinese and in English", () => {
    expect(zh.filter((key) => !en.includes(key))).toEqual([]);
    expect(en.filter((key) => !zh.includes(key))).toEqual([]);
  });

  it("have the same values to fill in both languages", () => {
    const differing = zh.filter(
      (key) => holes(valueOf(allTexts.zh, key)).join() !== holes(valueOf(allTexts.en, key)).join(),
    );
    expect(differing).toEqual([]);
  });

  it("are never left empty", () => {
    const empty = zh.filter((key) => valueOf(allTexts.zh, key) === "" || valueOf(allTexts.en, key) === "");
    expect(empty).toEqual([]);
  });

  it("are there for every key the screens name", () => {
    const known = new Set(zh);
    const missing = sources(source).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bt\(\s*"([^"]+)"/g)]
        .map((match) => match[1] ?? "")
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("the colours", () => {
  it("stand in the token file only", () => {
    const raw = sources(source)
      .filter((file) => !file.endsWith("tokens.ts"))
      .flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)].map(
          (match) => `${file}: ${match[0]}`,
        ),
      );
    expect(raw).toEqual([]);
  });
});
