import type { VehicleMessage } from "../../api/types";

type Fields = Record<string, unknown>;

/** A message's fields; null when it is no JSON object. */
export function fieldsOf(message: VehicleMessage): Fields | null {
  try {
    const read: unknown = JSON.parse(message.json ?? "");
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Fields) : null;
  } catch {
    return null;
  }
}

export type Meaning = { key: string; values: Record<string, string | number> };

/** What a message says, as keys of `fleet.messages.says` with their values; the most telling first. */
export function meaningOf(message: VehicleMessage): Meaning[] {
  const fields = fieldsOf(message);
  if (fields === null) return [{ key: "garbled", values: {} }];
  switch (message.topic) {
    case "order":
      return orderSays(fields);
    case "instantActions":
      return listOf(fields.actions ?? fields.instantActions).map((action) => ({
        key: "action",
        values: { type: textOf(action.actionType), id: textOf(action.actionId) },
      }));
    case "state":
      return stateSays(fields);
    case "connection":
      return [{ key: "connection", values: { state: textOf(fields.connectionState) } }];
    default:
      return [{ key: "fields", values: { count: Object.keys(fields).length } }];
  }
}

function orderSays(order: Fields): Meaning[] {
  const nodes = listOf(order.nodes);
  const released = nodes.filter((node) => node.released === true);
  const last = released.at(-1);
  return [
    { key: "order", values: { id: textOf(order.orderId), update: textOf(order.orderUpdateId) } },
    {
      key: "released",
      values: { count: released.length, node: textOf(last?.nodeId), planned: nodes.length - released.length },
    },
    ...nodes.flatMap((node) =>
      listOf(node.actions).map((action) => ({
        key: "actionAt",
        values: { type: textOf(action.actionType), node: textOf(node.nodeId) },
      })),
    ),
  ];
}

function stateSays(state: Fields): Meaning[] {
  const says: Meaning[] = [
    { key: "follows", values: { id: textOf(state.orderId), update: textOf(state.orderUpdateId) } },
    { key: "lastNode", values: { node: textOf(state.lastNodeId), sequence: textOf(state.lastNodeSequenceId) } },
    { key: state.driving === true ? "driving" : "standing", values: {} },
  ];
  if (state.paused === true) says.push({ key: "paused", values: {} });
  const power = fieldOf(state.powerSupply) ?? fieldOf(state.batteryState);
  const charge = power?.stateOfCharge ?? power?.batteryCharge;
  if (typeof charge === "number") says.push({ key: "charge", values: { percent: Math.round(charge) } });
  if (power?.charging === true) says.push({ key: "charging", values: {} });
  listOf(state.loads).forEach((load) => says.push({ key: "load", values: { id: textOf(load.loadId) } }));
  listOf(state.actionStates)
    .filter((action) => action.actionStatus !== "FINISHED")
    .forEach((action) =>
      says.push({ key: "doing", values: { type: textOf(action.actionType), status: textOf(action.actionStatus) } }),
    );
  listOf(state.errors).forEach((error) => says.push({ key: "error", values: { type: textOf(error.errorType) } }));
  return says;
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === "object" && one !== null) : [];
}

function fieldOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null ? (value as Fields) : undefined;
}

function textOf(value: unknown): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text === "" ? "–" : text;
}

/** The bytes of a message, two digits each; the text of the message is UTF-8. */
export function hexOf(message: VehicleMessage): string {
  if (typeof message.hex === "string") return message.hex.replace(/(..)(?=.)/g, "$1 ");
  return [...new TextEncoder().encode(message.json ?? "")]
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"))
    .join(" ");
}

/** As a person reads it; as it came when it is no JSON. */
export function prettyOf(message: VehicleMessage): string {
  const fields = fieldsOf(message);
  return fields === null ? (message.json ?? hexOf(message)) : JSON.stringify(fields, null, 2);
}
