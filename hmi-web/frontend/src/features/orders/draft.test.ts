import { describe, expect, it } from "vitest";
import { addLine, changeLine, emptyDraft, orderOf, removeLine } from "./draft";

describe("an order on the form", () => {
  it("is not one before customer and item are chosen", () => {
    expect(orderOf(emptyDraft)).toBeNull();
    expect(orderOf({ ...emptyDraft, customer: "C-1" })).toBeNull();
  });

  it("leaves out empty lines and blank references", () => {
    const draft = addLine(changeLine({ ...emptyDraft, customer: "C-1", externalRef: "  " }, 1, { item: "I-1", quantity: 4 }));
    expect(orderOf(draft)).toEqual({ customer: "C-1", lines: [{ item: "I-1", quantity: 4 }] });
  });

  it("refuses a line of nothing", () => {
    expect(orderOf(changeLine({ ...emptyDraft, customer: "C-1" }, 1, { item: "I-1", quantity: 0 }))).toBeNull();
  });

  it("keeps the other lines when one is removed", () => {
    const draft = removeLine(addLine(addLine(emptyDraft)), 2);
    expect(draft.lines.map((line) => line.key)).toEqual([1, 3]);
  });
});
