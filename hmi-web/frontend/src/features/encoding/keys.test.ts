import { describe, expect, it } from "vitest";
import { checkDigit, judge, scannedKey } from "./keys";

describe("a key that is typed", () => {
  it("is right with its check digit and told the right one otherwise", () => {
    expect(checkDigit("8061414112345")).toBe(8);
    expect(judge("sgtin", "80614141123458")).toEqual({ is: "right" });
    expect(judge("sgtin", "80614141123455")).toEqual({ is: "wrong-check-digit", expected: 8 });
    expect(judge("sscc", "106141412345678908")).toEqual({ is: "right" });
  });

  it("is not judged by its check digit before it has all digits", () => {
    expect(judge("sgtin", "806141")).toEqual({ is: "digits" });
    expect(judge("sscc", "80614141123458")).toEqual({ is: "digits" });
    expect(judge("grai", "")).toEqual({ is: "empty" });
  });
});

describe("a barcode", () => {
  it("gives its key and serial, with or without the elements around it", () => {
    expect(scannedKey("]C101806141411234582112")).toEqual({ kind: "sgtin", key: "80614141123458", serial: "12" });
    expect(scannedKey("(00)106141412345678908")).toEqual({ kind: "sscc", key: "106141412345678908" });
    expect(scannedKey("4006381333931")).toEqual({ kind: "sgtin", key: "4006381333931" });
    expect(scannedKey("HELLO")).toBeUndefined();
  });
});
