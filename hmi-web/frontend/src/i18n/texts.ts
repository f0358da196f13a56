import { texts as alarm } from "../features/alarms/kinds";
import { texts as alarms } from "../features/alarms/texts";
import { texts as devices } from "../features/devices/texts";
import { texts as encoding } from "../features/encoding/texts";
import { texts as exceptions } from "../features/exceptions/texts";
import { texts as fleet } from "../features/fleet/texts";
import { texts as floor } from "../features/floor/texts";
import { texts as inbound } from "../features/inbound/texts";
import { texts as loads } from "../features/loads/texts";
import { texts as orders } from "../features/orders/texts";
import { texts as session } from "../features/session/texts";
import { texts as sim } from "../features/sim/texts";
import { texts as station } from "../features/station/texts";
import { texts as stock } from "../features/stock/texts";
import { texts as system } from "../features/system/texts";
import { texts as trace } from "../features/trace/texts";
import { texts as transports } from "../features/transports/texts";
import { texts as users } from "../features/users/texts";
import { texts as zones } from "../features/zones/texts";
import { texts as mistakes } from "../api/mistakeTexts";
import { texts as refusals } from "../api/texts";
import { texts as frame } from "../frame/texts";
import { texts as help } from "../frame/help";
import { texts as ui } from "../ui/texts";
import { effect, exception, job, label, ledger, load, milestone, move, pick, sighting, slot, task, value } from "./happened";
import { vehicle } from "./vehicleWords";
import { fact, invariant, transport, unitState } from "./words";

/** A field's mistake and a refused request are named by words of one family. */
const problem = { zh: { ...refusals.zh, ...mistakes.zh }, en: { ...refusals.en, ...mistakes.en } };

const families = {
  alarm,
  alarms,
  devices,
  effect,
  encoding,
  exception,
  exceptions,
  fact,
  fleet,
  floor,
  frame,
  help,
  inbound,
  invariant,
  job,
  label,
  ledger,
  load,
  loads,
  milestone,
  move,
  orders,
  pick,
  problem,
  session,
  sighting,
  sim,
  slot,
  station,
  stock,
  system,
  task,
  trace,
  transport,
  transports,
  ui,
  unitState,
  users,
  value,
  vehicle,
  zones,
};

type Family = keyof typeof families;

function of(language: "zh" | "en"): Record<Family, object> {
  return Object.fromEntries(Object.entries(families).map(([name, both]) => [name, both[language]])) as Record<
    Family,
    object
  >;
}

/** All words of the screens, both languages side by side in each feature's `texts` file. */
export const allTexts = { zh: of("zh"), en: of("en") };
