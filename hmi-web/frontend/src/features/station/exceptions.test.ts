import { describe, expect, it } from "vitest";
import type { Job } from "../../api/types";
import { consequenceOf, isHeld, reasonsOf } from "./exceptions";

const job = (change: Partial<Job>): Job => ({
  taskId: "1",
  kind: "pick",
  station: "PICK-1",
  instructionKey: "job.pick.take",
  facts: {},
  behind: 0,
  ...change,
});

describe("an exception at a station", () => {
  it("of a held position can only be that somebody has looked", () => {
    const held = job({ instructionKey: "job.pick.held" });
    expect(isHeld(held)).toBe(true);
    expect(reasonsOf(held)).toEqual(["checked"]);
    expect(consequenceOf(held, "checked")).toBe("release");
  });

  it("while picking books that nothing was taken", () => {
    expect(reasonsOf(job({})).map((reason) => consequenceOf(job({}), reason))).toEqual(["nothing", "nothing", "nothing"]);
  });

  it("of a damaged pallet does not close the receipt", () => {
    const unload = { advice: "ASN-1", supplierName: "A", dock: "D1", doorOpen: true, started: true, pallets: [] };
    const unloading = job({ kind: "unload", unload });
    expect(consequenceOf(unloading, "damaged")).toBe("damage");
    expect(consequenceOf(unloading, "truck-left")).toBe("close");
  });

  it("is not offered where the server knows none", () => {
    expect(reasonsOf(job({ kind: "pack" }))).toEqual([]);
  });
});
