import { describe, expect, it } from "vitest";
import type { Job } from "../../api/types";
import { expectationOf, readScan } from "./expects";
import { meaningOf } from "./scan";

const unit = "106141412345678908";
const gtin = "04006381333931";

const pick = (confirmedBy: "rfid" | "scan" | null): Job => ({
  taskId: "1",
  kind: "pick",
  station: "PICK-1",
  instructionKey: "pick",
  facts: {},
  behind: 0,
  pick: {
    position: "P1-A",
    unit,
    unitConfirmedBy: confirmedBy,
    item: "I-7",
    itemName: "Bolts",
    gtin,
    lot: null,
    expiry: null,
    quantity: 3,
    order: "SO-000001",
    parcel: null,
    customerName: "Shop 1",
  },
});

const load: Job = {
  taskId: "2",
  kind: "load",
  station: "SHIP-1",
  instructionKey: "load",
  facts: {},
  behind: 0,
  load: { dock: "X1", parcel: unit, order: "SO-000001", customerName: "Shop 1", state: "ready" },
};

const unload: Job = {
  taskId: "3",
  kind: "unload",
  station: "DOCK-1",
  instructionKey: "job.unload.watch",
  facts: {},
  behind: 0,
  unload: {
    advice: "ASN-000001",
    supplierName: "Acme",
    dock: "D1",
    doorOpen: true,
    started: true,
    pallets: [
      { sscc: unit, item: "I-1", name: "Bolts", quantity: 5, lot: null, weightG: 900, state: "announced", seenAt: null },
      {
        sscc: "095211410000000017",
        item: "I-2",
        name: "Nuts",
        quantity: 5,
        lot: null,
        weightG: 0,
        state: "received",
        seenAt: "2026-03-01T08:00:00Z",
      },
    ],
  },
};

describe("a scan at a station", () => {
  it("proves the pallet first and then the item", () => {
    expect(expectationOf(pick(null))).toBe("unit");
    expect(expectationOf(pick("rfid"))).toBe("item");
    expect(expectationOf(load)).toBe("parcel");
  });

  it("of the right item confirms the whole quantity", () => {
    expect(readScan(pick("rfid"), meaningOf("4006381333931"))).toEqual({
      ok: true,
      confirm: { code: gtin, quantity: 3 },
    });
  });

  it("of the right pallet confirms the pallet and no quantity", () => {
    expect(readScan(pick(null), meaningOf(`00${unit}`))).toEqual({ ok: true, confirm: { code: unit } });
  });

  it("takes in an advised pallet that the portal missed, once", () => {
    expect(readScan(unload, meaningOf(unit))).toEqual({ ok: true, confirm: { code: unit } });
    expect(readScan(unload, { kind: "sscc", value: "095211410000000017", raw: "" })).toMatchObject({
      why: "alreadySeen",
    });
    expect(readScan(unload, meaningOf("S-01-01"))).toMatchObject({ why: "notAdvised" });
  });

  it("of the wrong thing never becomes a confirmation", () => {
    expect(readScan(pick("rfid"), meaningOf(unit))).toMatchObject({ ok: false, why: "wrongItem" });
    expect(readScan(pick(null), meaningOf(gtin))).toMatchObject({ ok: false, why: "wrongUnit" });
    expect(readScan(load, meaningOf("S-01-01"))).toMatchObject({ ok: false, why: "wrongParcel" });
  });
});
