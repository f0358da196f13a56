import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { fieldProblem } from "./mistakes";

const words: Record<string, string> = { "problem.no-such-name": "现场文件中没有这个名称。", "problem.out-of-range": "超出允许范围。" };
const t = ((key: string, options: { defaultValue: string }) => words[key] ?? options.defaultValue) as unknown as TFunction;

describe("a mistake at a field", () => {
  it("is said in the reader's language with the name it is about", () => {
    const mistake = { code: "no-such-name", message: "there is no read point 'P9'" };
    expect(fieldProblem(t, mistake)).toBe("现场文件中没有这个名称。 (P9)");
  });

  it("keeps the server's sentence where only that says how it should be", () => {
    expect(fieldProblem(t, { code: "out-of-range", message: "5 to 30" })).toBe("超出允许范围。 (5 to 30)");
    expect(fieldProblem(t, { code: "new", message: "not so" })).toBe("not so");
  });
});
