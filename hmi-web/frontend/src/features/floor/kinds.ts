import type { FloorNode } from "../../api/types";

export type PlaceKind = "dock" | "shipDock" | "slot" | "pick" | "pack" | "charger" | "parking" | "lift" | "lane";

const known: Record<string, PlaceKind> = {
  dock: "dock",
  shipdock: "shipDock",
  slot: "slot",
  pick: "pick",
  pack: "pack",
  charger: "charger",
  parking: "parking",
  lift: "lift",
};

/** The kind of a node; whatever is no endpoint is part of a lane. */
export function kindOf(node: FloorNode): PlaceKind {
  return known[node.kind.toLowerCase().replace(/[-_]/g, "")] ?? "lane";
}

export const letterOf: Partial<Record<PlaceKind, string>> = { charger: "C", parking: "P" };
