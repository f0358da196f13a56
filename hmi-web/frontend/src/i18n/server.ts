import type { TFunction } from "i18next";
import type { FieldMistake, Problem } from "../api/problem";

/** "orderNotFound", "order-not-found" and "ORDER_NOT_FOUND" read as "order not found". */
export function humanised(key: string): string {
  // Already a sentence, not a key: vehicles and devices word some of their troubles themselves.
  if (!/^[\w.-]+$/.test(key)) return key;
  const last = key.split(".").pop() ?? key;
  return last
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
}

/** The text for a key the server named; one we have no words for yet is shown readable, never as a raw key. */
export function serverText(t: TFunction, key: string, params: Record<string, unknown> = {}): string {
  return t(key, { ...params, defaultValue: humanised(key) });
}

/** A word of a closed list (state, reason, milestone), whatever case the server writes it in. */
export function word(
  t: TFunction,
  family: string,
  value: string | null | undefined,
  params: Record<string, unknown> = {},
): string {
  if (!value) return "–";
  return t(`${family}.${camel(value)}`, { ...params, defaultValue: humanised(value) });
}

/** BACK_ORDERED, back-ordered and backOrdered are one word. */
function camel(value: string): string {
  const plain = /^[A-Z0-9_]+$/.test(value) ? value.toLowerCase() : value;
  return plain.replace(/[-_ ](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A value of a fact: said in words where it is a word of ours, left as it is where it is a name or a figure. */
export function valueText(t: TFunction, value: string): string {
  if (!/^[A-Za-z][A-Za-z_-]*$/.test(value)) return value;
  return t(`value.${camel(value)}`, { defaultValue: value });
}

export function problemText(t: TFunction, problem: Problem): string {
  const code = problem.code ?? (problem.status === 0 ? "unreachable" : `http${problem.status}`);
  const fallback = problem.detail ?? problem.title ?? t("problem.unknown", { status: problem.status });
  return t(`problem.${code}`, { ...problem.params, ...kilos(problem.params ?? {}), defaultValue: fallback });
}

/** What is wrong with one field, in the reader's language. */
export function mistakeText(t: TFunction, mistake: Pick<FieldMistake, "code" | "message" | "params">): string {
  return t(`problem.${mistake.code}`, { ...mistake.params, defaultValue: mistake.message });
}

/** What is wrong with this field, where the refusal is about it. */
export function mistakeAt(t: TFunction, problem: Problem | undefined, field: string): string | null {
  const one = problem?.errors?.find((each) => each.field === field);
  if (one) return mistakeText(t, one);
  return problem?.field === field ? problemText(t, problem) : null;
}

/** Grams, named `…G`, also as kilograms, named `…Kg`. */
function kilos(params: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      /[a-z]G$/.test(name) && typeof value === "number" ? [[name.replace(/G$/, "Kg"), value / 1000]] : [],
    ),
  );
}

/** Why something waits or does nothing. The server sends a whole key with its values, or the words of the vehicle itself. */
export function whyText(t: TFunction, why: string | null | undefined, values: string[] = []): string {
  if (!why) return "–";
  // A sentence is no key, and the dots in it part nothing.
  if (!/^[a-z]+(\.[A-Za-z]+)+$/.test(why)) return humanised(why);
  return t(why, { defaultValue: humanised(why), vehicle: "", unit: "", a: values[0] ?? "", b: values[1] ?? "", c: values[2] ?? "" });
}
