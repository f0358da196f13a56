import { describe, expect, it } from "vitest";
import type { Transport } from "../../api/types";
import { actsFor, changeOf, emptyForm } from "./change";

const row: Transport = {
  id: "T-1",
  unit: "395211410000000015",
  from: "D1",
  to: "S-01-01",
  state: "accepted",
  requestedAt: "2026-03-01T06:00:00Z",
  priority: 50,
  whyValues: [],
};

describe("what is asked of a transport", () => {
  it("fits how far it has come", () => {
    expect(actsFor(row)).toContain("hold");
    expect(actsFor({ ...row, why: "transport.waits.onHold" })).toContain("let-go");
    expect(actsFor({ ...row, state: "pickedUp" })).toEqual(["reroute", "close", "cancel"]);
    expect(actsFor({ ...row, state: "pickedUp", why: "transport.waits.gateHolds" })).toContain("accept");
    expect(actsFor({ ...row, state: "delivered" })).toEqual([]);
  });

  it("is sent when nothing is missing", () => {
    const form = emptyForm(row);
    expect(changeOf("reroute", "T-1", form)).toBeNull();
    expect(changeOf("accept", "T-1", { ...form, why: " " })).toBeNull();
    expect(changeOf("accept", "T-1", { ...form, why: "torn " })).toMatchObject({ body: { why: "torn" } });
    expect(changeOf("close", "T-1", { ...form, found: "DELIVERED" })).toBeNull();
    expect(changeOf("close", "T-1", { ...form, found: "ON_VEHICLE" })).toMatchObject({ body: { at: null } });
    expect(changeOf("terms", "T-1", { ...form, after: "T-2, T-3" })).toMatchObject({
      body: { after: ["T-2", "T-3"], deadline: null },
    });
  });
});
