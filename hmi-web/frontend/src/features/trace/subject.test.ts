import { describe, expect, it } from "vitest";
import { subjectOf } from "./subject";

describe("the trace search", () => {
  it("knows a unit by its SSCC, with or without (00)", () => {
    expect(subjectOf("(00) 106141412345678908")).toEqual({ kind: "units", id: "106141412345678908" });
  });

  it("knows an order by its number, also without prefix and zeros", () => {
    expect(subjectOf("so-000012")).toEqual({ kind: "orders", id: "SO-000012" });
    expect(subjectOf(" 12 ")).toEqual({ kind: "orders", id: "SO-000012" });
  });

  it("says so when it is neither", () => {
    expect(subjectOf("D1")).toBeNull();
    expect(subjectOf("106141412345678907")).toBeNull();
  });
});
