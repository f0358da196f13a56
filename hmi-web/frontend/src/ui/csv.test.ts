import { describe, expect, it } from "vitest";
import { csvText } from "./csv";

describe("a file of rows", () => {
  it("quotes what needs it and never starts a formula", () => {
    expect(csvText(["a", "b"], [[1, 'say "x", y'], [-2, "=1+1"]])).toBe('\uFEFFa,b\r\n1,"say ""x"", y"\r\n-2,\'=1+1\r\n');
  });
});
