import type { NewOrder } from "../../api/types";

export type DraftLine = { key: number; item: string | null; quantity: number };
export type Draft = {
  customer: string | null;
  requestedFor: string;
  externalRef: string;
  lines: DraftLine[];
};

export const emptyDraft: Draft = {
  customer: null,
  requestedFor: "",
  externalRef: "",
  lines: [{ key: 1, item: null, quantity: 1 }],
};

export function addLine(draft: Draft): Draft {
  const key = Math.max(0, ...draft.lines.map((line) => line.key)) + 1;
  return { ...draft, lines: [...draft.lines, { key, item: null, quantity: 1 }] };
}

export function changeLine(draft: Draft, key: number, change: Partial<DraftLine>): Draft {
  return { ...draft, lines: draft.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}

export function removeLine(draft: Draft, key: number): Draft {
  return { ...draft, lines: draft.lines.filter((line) => line.key !== key) };
}

/** The order that the form describes, or null while something is missing. Lines left empty do not count. */
export function orderOf(draft: Draft): NewOrder | null {
  const lines = draft.lines.flatMap((line) =>
    line.item === null ? [] : [{ item: line.item, quantity: line.quantity }],
  );
  if (draft.customer === null || lines.length === 0 || lines.some((line) => line.quantity < 1)) return null;
  const order: NewOrder = { customer: draft.customer, lines };
  if (draft.requestedFor !== "") order.requestedFor = draft.requestedFor;
  if (draft.externalRef.trim() !== "") order.externalRef = draft.externalRef.trim();
  return order;
}
