import type { Milestone, OrderMilestone, OrderRow } from "../../api/types";

/** The nine milestones of an order, in the only order they can be reached. */
export const milestones: readonly Milestone[] = [
  "applied",
  "entered",
  "confirmed",
  "picked",
  "shipped",
  "inTransit",
  "arrived",
  "signed",
  "filed",
];

export type MilestoneStep = {
  name: Milestone;
  state: "reached" | "next" | "ahead";
  at: string | null;
  by: string | null;
};

/** Each milestone with when and by whom; the first that is not reached is the next one. */
export function stepsOf(known: readonly OrderMilestone[]): MilestoneStep[] {
  let open = true;
  return milestones.map((name) => {
    const found = known.find((one) => one.name === name);
    const at = found?.at ?? null;
    if (at !== null) return { name, state: "reached", at, by: found?.by ?? null };
    const state = open ? "next" : "ahead";
    open = false;
    return { name, state, at: null, by: null };
  });
}

/** How many of the nine are reached. */
export function reached(current: Milestone): number {
  return milestones.indexOf(current) + 1;
}

/** Milestones that people report; the earlier ones come from the work in the warehouse itself. */
const reported: readonly Milestone[] = ["inTransit", "arrived", "signed", "filed"];

export function nextToReport(order: Pick<OrderRow, "milestone" | "status">): Milestone | null {
  if (order.status === "cancelled") return null;
  const next = milestones[reached(order.milestone)];
  return next !== undefined && reported.includes(next) ? next : null;
}

export function canConfirm(order: Pick<OrderRow, "milestone" | "status">): boolean {
  return order.status !== "cancelled" && (order.milestone === "entered" || order.milestone === "applied");
}

export function canCancel(order: Pick<OrderRow, "milestone" | "status">): boolean {
  return order.status !== "cancelled" && order.status !== "done" && reached(order.milestone) < reached("picked");
}
