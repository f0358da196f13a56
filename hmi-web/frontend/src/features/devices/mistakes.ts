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
