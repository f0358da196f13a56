import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { words } from "../features/devices/words";
import { troubleWords } from "./trouble";

describe("a trouble in words", () => {
  let zh: TFunction;
  let en: TFunction;
  beforeAll(async () => {
    const i18n = i18next.createInstance();
    await i18n.init({
      resources: {
        zh: { translation: { devices: words.zh } },
        en: { translation: { devices: words.en } },
      },
      interpolation: { escapeValue: false },
    });
    zh = i18n.getFixedT("zh");
    en = i18n.getFixedT("en");
  });

  it("names the port in both languages", () => {
    expect(troubleWords(zh, "port-busy", { port: "/dev/ttyUSB0" })).toBe("端口 /dev/ttyUSB0 被占用");
    expect(troubleWords(en, "port-busy", { port: "/dev/ttyUSB0" })).toBe("The port /dev/ttyUSB0 is in use");
  });

  it("translates what a printer needs", () => {
    expect(troubleWords(zh, "printer-needs-hand", { needs: "paper-out,head-open" })).toBe(
      "打印机需要处理：缺纸, 打印头打开",
    );
  });

  it("leaves no braces where a value is missing", () => {
    for (const trouble of Object.keys(words.zh.troubles)) {
      expect(troubleWords(zh, trouble)).not.toMatch(/[{}]/);
      expect(troubleWords(en, trouble)).not.toMatch(/[{}]/);
    }
  });
});
