import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { meaningText, phraseInChinese, spaced } from "./telegram";
import { telegramNames } from "./telegramWords";

const drivers = join(import.meta.dirname, "../../../../../device-drivers/src/main/java/dev/aisle/device");

/** Classes that put telegrams into words. */
const wording = [
  "modbus/DataUnitWords",
  "modbus/ModbusTelegram",
  "rfid/a0/A0Errors",
  "rfid/a0/A0Explanation",
  "rfid/a0/A0Reply",
  "rfid/bb/BbErrors",
  "rfid/bb/BbReply",
  "rfid/bb/BbWords",
  "rfid/chafon/ChafonReply",
  "rfid/chafon/ChafonStatus",
  "rfid/chafon/ChafonWords",
  "rfid/thingmagic/TmCommands",
  "rfid/thingmagic/TmErrors",
  "rfid/thingmagic/TmExplanation",
  "rfid/thingmagic/TmReply",
  "rfid/uhf/Telegrams",
];

/** Forms that only put values together, and names of regions that stay as they are. */
const noWords = new Set(["%s: %s", "1", "2", "%d.%d", "%02X", "%04X", "%02X.%02X.%02X.%02X", ": ", "FCC", "ETSI", "CHN", "type"]);

/** Every text in a source, as a phrase with `#` for what is filled in. */
function phrasesIn(file: string): string[] {
  return readFileSync(join(drivers, `${file}.java`), "utf8")
    .split("\n")
    .filter((line) => !/^\s*(\*|\/)/.test(line))
    .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map((match) => match[1] ?? ""))
    .filter((text) => !noWords.has(text))
    .map((text) => (text.endsWith(" ") ? `${text}%d` : text).replace(/^, /, "").replace(/%(\d+)?[dXs]/g, "7"));
}

describe("a telegram in words", () => {
  it("shows bytes in pairs", () => {
    expect(spaced("BB0022")).toBe("BB 00 22");
  });

  it("says what it is before its values", () => {
    const meaning = { type: "read holding registers, answer", unit: 1, values: [3, 4] };
    expect(meaningText(meaning)).toBe("read holding registers, answer  unit=1  values=[3,4]");
    expect(meaningText(meaning, "zh")).toBe("读保持寄存器，应答  单元=1  值=[3,4]");
  });

  it("puts a refusal into Chinese with its values", () => {
    expect(phraseInChinese("write: memory locked")).toBe("写：存储区已锁定");
    expect(phraseInChinese("exception 2, no such address")).toBe("异常 2，没有此地址");
    expect(phraseInChinese("PC says 12 EPC bytes, there are 8")).toBe("PC 指示 EPC 有 12 字节，实际 8 字节");
    expect(phraseInChinese("error 1F")).toBe("错误 1F");
  });

  it("leaves what the device itself says as it is", () => {
    expect(meaningText({ type: "text", text: "read" }, "zh")).toBe("read");
    expect(phraseInChinese("M100 26dBm V1.0")).toBe("M100 26dBm V1.0");
  });

  it("has Chinese for every word the drivers have", () => {
    const missing = wording.flatMap((file) =>
      phrasesIn(file)
        .filter((text) => !(text in telegramNames) && phraseInChinese(text) === text)
        .map((text) => `${file}: ${text}`),
    );
    expect(missing).toEqual([]);
  });
});
