import type { TFunction } from "i18next";
import type { ClosedPlace } from "../../api/types";

/** Who closed a place and why, or which door on it is out of order. */
export function closedWords(t: TFunction, closed: ClosedPlace, at: string): string {
  if (closed.lift) return t("floor.closedByLift", { lift: closed.lift, at });
  return closed.door
    ? t("floor.closedByDoor", { door: closed.door, at })
    : t("floor.closedBy", { by: closed.by, why: closed.why, at });
}
