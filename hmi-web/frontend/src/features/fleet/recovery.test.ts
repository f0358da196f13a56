import { describe, expect, it } from "vitest";
import type { VehicleRecovery } from "../../api/types";
import { answersOf, fatesFor, ssccIn, supposed } from "./recovery";

const unit = "395211410000000015";
const other = "395211410000000022";
const transport = { id: "T-1", unit, from: "D1", to: "S-01-01", fetched: true };
const known: VehicleRecovery = {
  vehicle: "AGV-01",
  nearestNode: "L-2",
  lastNode: "L-1",
  placeCanBeTold: false,
  reportsLoad: false,
  reportedUnit: null,
  booked: [unit],
  transport,
  before: [],
};

describe("what a person finds at a vehicle", () => {
  it("is asked for beginning with what the vehicle says", () => {
    expect(supposed(known)).toMatchObject({ node: "L-1", unit, aboard: null, fate: null });
  });

  it("leaves only what can become of the transport", () => {
    const waiting = { ...known, booked: [], transport: { ...transport, fetched: false } };
    expect(fatesFor(known, { aboard: null, unit })).toEqual([]);
    expect(fatesFor(known, { aboard: "unit", unit })).toEqual(["carryOn", "bringBack"]);
    expect(fatesFor(known, { aboard: "nothing", unit })).toEqual(["standsAt", "delivered"]);
    expect(fatesFor(waiting, { aboard: "nothing", unit })[0]).toBe("carryOn");
    expect(fatesFor(waiting, { aboard: "unit", unit: other })[0]).toBe("giveToAnother");
    expect(fatesFor({ ...known, transport: null }, { aboard: "nothing", unit })).toEqual(["standsAt"]);
    expect(fatesFor({ ...known, transport: null }, { aboard: "unit", unit })).toEqual(["none"]);
  });

  it("takes a scanned label as well as typed digits", () => {
    expect(ssccIn(`(00) ${unit}`)).toBe(unit);
    expect(ssccIn(`00${unit}`)).toBe(unit);
    expect(ssccIn(` ${unit} `)).toBe(unit);
  });

  it("is sent when every question is answered", () => {
    const found = { ...supposed(known), aboard: "nothing", fate: "standsAt", note: "fell off" } as const;
    expect(answersOf(known, found)).toBeNull();
    expect(answersOf(known, { ...found, putAt: "D1" })).toMatchObject({ putAt: "D1", unit: null });
    expect(answersOf(known, { ...found, putAt: "D1", fate: "carryOn" })).toBeNull();
  });
});
