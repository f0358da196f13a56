import type { TransportAct } from "./api/transports";
import type { Transport, TransportFound } from "../../api/types";

export type Act = TransportAct["act"];

/** What a person fills in for any of the changes; each takes what it needs. */
export type Form = {
  to: string | null;
  found: TransportFound | null;
  at: string | null;
  priority: number | null;
  notBefore: string;
  deadline: string;
  after: string;
  sameVehicle: boolean;
  vehicle: string | null;
  loadType: string;
  why: string;
};

export function emptyForm(row: Transport): Form {
  return {
    to: null,
    found: null,
    at: null,
    priority: row.priority,
    notBefore: "",
    deadline: "",
    after: "",
    sameVehicle: false,
    vehicle: null,
    loadType: "",
    why: "",
  };
}

const waiting = new Set(["requested", "accepted", "assigned"]);

/** What can still be asked of a transport; the dispatcher has the last word. */
export function actsFor(row: Pick<Transport, "state" | "why">): Act[] {
  if (waiting.has(row.state)) {
    const stopped = row.why === "transport.waits.onHold" || row.why === "transport.waits.afterFailed";
    return [stopped ? "let-go" : "hold", "priority", "terms", "reroute", "close", "cancel"];
  }
  if (row.state !== "pickedUp") return [];
  const atGate = row.why === "transport.waits.gateHolds";
  return [...(atGate ? (["accept"] as const) : []), "reroute", "close", "cancel"];
}

/** The change as it is sent, or null while something is missing. */
export function changeOf(act: Act, id: string, form: Form): TransportAct | null {
  switch (act) {
    case "cancel":
    case "hold":
    case "let-go":
      return { act, id };
    case "reroute":
      return form.to === null ? null : { act, id, body: { to: form.to } };
    case "accept":
      return form.why.trim() === "" ? null : { act, id, body: { why: form.why.trim() } };
    case "priority":
      return form.priority === null ? null : { act, id, body: { priority: form.priority } };
    case "close": {
      const onVehicle = form.found === "ON_VEHICLE";
      if (form.found === null || (!onVehicle && form.at === null)) return null;
      return { act, id, body: { found: form.found, at: onVehicle ? null : form.at } };
    }
    case "terms":
      return {
        act,
        id,
        body: {
          notBefore: instant(form.notBefore),
          deadline: instant(form.deadline),
          after: form.after.split(/[\s,，]+/).filter((one) => one !== ""),
          sameVehicle: form.sameVehicle,
          vehicle: form.vehicle,
          loadType: form.loadType.trim() === "" ? null : form.loadType.trim(),
          weightKg: null,
          calls: [],
        },
      };
  }
}

/** A local date and time as the browser's field gives it. */
function instant(local: string): string | null {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
