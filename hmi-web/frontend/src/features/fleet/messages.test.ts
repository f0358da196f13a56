import { describe, expect, it } from "vitest";
import type { VehicleMessage } from "../../api/types";
import { hexOf, meaningOf, prettyOf } from "./messages";

function message(topic: string, content: unknown): VehicleMessage {
  const json = typeof content === "string" ? content : JSON.stringify(content);
  return { number: 1, at: "2026-03-01T06:00:00Z", sent: false, topic, json, hex: null, cut: false };
}

const keys = (one: VehicleMessage) => meaningOf(one).map((said) => said.key);

describe("a message of a vehicle", () => {
  it("says what an order releases and asks for", () => {
    const order = message("order", {
      orderId: "AGV-01-7",
      orderUpdateId: 2,
      nodes: [
        { nodeId: "A", released: true, actions: [] },
        { nodeId: "B", released: true, actions: [{ actionType: "pick", actionId: "x" }] },
        { nodeId: "C", released: false },
      ],
    });
    expect(meaningOf(order)).toEqual([
      { key: "order", values: { id: "AGV-01-7", update: "2" } },
      { key: "released", values: { count: 2, node: "B", planned: 1 } },
      { key: "actionAt", values: { type: "pick", node: "B" } },
    ]);
  });

  it("says what a state says, whatever the version calls its battery", () => {
    const old = message("state", { driving: true, batteryState: { batteryCharge: 71.6, charging: true } });
    const young = message("state", { driving: false, paused: true, powerSupply: { stateOfCharge: 71.6 } });
    expect(keys(old)).toEqual(["follows", "lastNode", "driving", "charge", "charging"]);
    expect(keys(young)).toEqual(["follows", "lastNode", "standing", "paused", "charge"]);
  });

  it("names both spellings of instant actions", () => {
    expect(keys(message("instantActions", { actions: [{ actionType: "stateRequest" }] }))).toEqual(["action"]);
    expect(keys(message("instantActions", { instantActions: [{ actionType: "startPause" }] }))).toEqual(["action"]);
  });

  it("is shown in bytes and as it came when it is no JSON", () => {
    const broken = message("state", "{ä");
    expect(keys(broken)).toEqual(["garbled"]);
    expect(prettyOf(broken)).toBe("{ä");
    expect(hexOf(broken)).toBe("7B C3 A4");
    expect(hexOf({ ...broken, json: null, hex: "FF01" })).toBe("FF 01");
    expect(prettyOf(message("state", { a: 1 }))).toBe('{\n  "a": 1\n}');
  });
});
