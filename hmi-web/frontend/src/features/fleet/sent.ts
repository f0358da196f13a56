import type { TFunction } from "i18next";
import type { VehicleLive } from "../../api/types";
import { word } from "../../i18n/server";

/** What a person has sent a vehicle to do. */
export function sentText(t: TFunction, sent: VehicleLive["sent"]): string {
  return sent ? word(t, "fleet.errands", sent.errand, { node: sent.node ?? "" }) : "–";
}
