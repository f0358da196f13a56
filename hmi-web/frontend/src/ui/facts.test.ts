import { describe, expect, it } from "vitest";
import { orderedFacts } from "./facts";

describe("the facts of an entry", () => {
  it("stand in the same order however the server sends them", () => {
    const one = orderedFacts({ zone: "ambient", to: "D1", item: "I-1", from: "S-1" }, []);
    const other = orderedFacts({ from: "S-1", item: "I-1", to: "D1", zone: "ambient" }, []);
    expect(one).toEqual(other);
    expect(one.map(([name]) => name)).toEqual(["item", "from", "to", "zone"]);
  });

  it("leave out what stands beside them and what is empty", () => {
    expect(orderedFacts({ transport: "T-1", lot: "", quantity: 5, last: null }, ["T-1"])).toEqual([["quantity", "5"]]);
  });
});
