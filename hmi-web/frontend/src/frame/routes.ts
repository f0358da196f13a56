import type { Role } from "../api/types";

/** A screen in the navigation. `level` is its depth in the ISA-101 sense: 1 site, 2 zone or fleet, 3 one thing. */
export type Place = {
  path: string;
  name: string;
  level: 1 | 2 | 3;
  needs: Role;
  simulatedOnly?: boolean;
};

export const places: Place[] = [
  { path: "/floor", name: "floor", level: 1, needs: "operator" },
  { path: "/station", name: "station", level: 2, needs: "operator" },
  { path: "/orders", name: "orders", level: 2, needs: "operator" },
  { path: "/inbound", name: "inbound", level: 2, needs: "operator" },
  { path: "/loads", name: "loads", level: 2, needs: "operator" },
  { path: "/stock", name: "stock", level: 2, needs: "operator" },
  { path: "/transports", name: "transports", level: 2, needs: "operator" },
  { path: "/fleet", name: "fleet", level: 2, needs: "operator" },
  { path: "/devices", name: "devices", level: 2, needs: "operator" },
  { path: "/alarms", name: "alarms", level: 1, needs: "operator" },
  { path: "/exceptions", name: "exceptions", level: 2, needs: "supervisor" },
  { path: "/trace", name: "trace", level: 3, needs: "operator" },
  { path: "/system", name: "system", level: 1, needs: "operator" },
  { path: "/users", name: "users", level: 2, needs: "administrator" },
  { path: "/sim", name: "sim", level: 2, needs: "supervisor", simulatedOnly: true },
];
