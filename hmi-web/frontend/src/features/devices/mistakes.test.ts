import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { ProblemError } from "../../api/problem";
import type { DriverForm } from "../../api/types";
import { mistakeText } from "../../i18n/server";
import { allTexts } from "../../i18n/texts";
import { otherMistakes } from "./mistakes";

const range = {
  field: "baud",
  code: "out-of-range",
  message: "5 is not between 1200 and 921600",
  params: { given: "5", least: "1200", most: "921600" },
};

const words = i18next.createInstance();
const say = (language: "zh" | "en") => words.getFixedT(language);

describe("a mistake at a field", () => {
  beforeAll(() =>
    words.init({
      resources: { zh: { translation: allTexts.zh }, en: { translation: allTexts.en } },
      interpolation: { escapeValue: false },
    }),
  );

  it("is said in the reader's language with its values and without the server's English", () => {
    expect(mistakeText(say("zh"), range)).toBe("5 超出范围：应在 1200 到 921600 之间。");
    const choice = { code: "not-one-of", message: "'x' is none of tcp, rtu", params: { given: "x", words: "tcp, rtu" } };
    expect(mistakeText(say("zh"), choice)).toBe("“x”不在允许的值中：tcp, rtu。");
    expect(mistakeText(say("en"), range)).toBe("5 is not between 1200 and 921600.");
  });

  it("keeps the server's sentence only where we have no words yet", () => {
    expect(mistakeText(say("zh"), { code: "new", message: "not so" })).toBe("not so");
  });

  it("is not told a second time below the form", () => {
    const form = { settings: [{ key: "baud" }] } as unknown as DriverForm;
    const error = new ProblemError({ status: 400, errors: [range, { field: "", code: "wrong", message: "else" }] });
    expect(otherMistakes(error, form)?.problem.errors?.map((one) => one.message)).toEqual(["else"]);
  });
});
