import { texts as problem } from "../api/texts";
import { texts as alarms } from "../features/alarms/texts";
import { texts as floor } from "../features/floor/texts";
import { texts as session } from "../features/session/texts";
import { texts as frame } from "../frame/texts";
import { texts as help } from "../frame/help";
import { texts as ui } from "../ui/texts";

const families = { alarms, help, problem, floor, session, frame, ui };

type Family = keyof typeof families;

function of(language: "zh" | "en"): Record<Family, object> {
  return Object.fromEntries(Object.entries(families).map(([name, both]) => [name, both[language]])) as Record<
    Family,
    object
  >;
}

/** All words of the screens, both languages side by side in each feature's `texts` file. */
export const allTexts = { zh: of("zh"), en: of("en") };
