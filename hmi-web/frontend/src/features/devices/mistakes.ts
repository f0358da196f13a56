import type { TFunction } from "i18next";
import { ProblemError } from "../../api/problem";
import type { DriverForm } from "../../api/types";

/** What is wrong besides the fields on screen; null when every mistake stands at its field already. */
export function otherMistakes(error: ProblemError | null, form: DriverForm | undefined): ProblemError | null {
  if (error === null) return null;
  const all = error.problem.errors ?? [];
  const shown = new Set(["name", ...(form?.settings.flatMap((one) => [one.key, `settings.${one.key}`]) ?? [])]);
  const other = all.filter((one) => !shown.has(one.field));
  if (all.length > 0 && other.length === 0) return null;
  return all.length === 0 ? error : new ProblemError({ ...error.problem, errors: other });
}

/** Mistakes of which only the server's sentence says how it should be: a range, a list of words, a place in the text. */
const saysMore = new Set(["out-of-range", "not-one-of", "no-yaml", "wrong"]);

/** What is wrong with one field, in the reader's language; what the mistake is about stands behind it. */
export function fieldProblem(t: TFunction, mistake: { code: string; message: string }): string {
  const said = t(`problem.${mistake.code}`, { defaultValue: mistake.message });
  if (said === mistake.message) return said;
  if (saysMore.has(mistake.code)) return `${said} (${mistake.message})`;
  const about = [...mistake.message.matchAll(/'([^']+)'/g)].map((match) => match[1]);
  return about.length === 0 ? said : `${said} (${about.join(", ")})`;
}
