import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBarcode,
  IconBook2,
  IconFlag,
  IconForklift,
  IconRadar2,
  IconUser,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TraceEntry, TraceKind } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { serverText, word } from "../../i18n/server";
import { FactList } from "../../ui/FactList";
import classes from "./trace.module.css";

const icons: Record<TraceKind, Icon> = {
  sighting: IconRadar2,
  ledger: IconBook2,
  move: IconArrowsExchange,
  transport: IconForklift,
  task: IconUser,
  milestone: IconFlag,
  label: IconBarcode,
  exception: IconAlertTriangle,
};

type TimelineProps = { subject: string; entries: TraceEntry[] };

/** From the first read to the last, each step with where, by whom, and what proves it. */
export function Timeline({ subject, entries }: TimelineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ol className={classes.timeline}>
      {entries.map((entry, index) => {
        const Glyph = icons[entry.kind];
        const day = formats.date(entry.at);
        const before = entries[index - 1];
        const newDay = before === undefined || formats.date(before.at) !== day;
        return (
          <li key={`${entry.at}-${index}`} data-kind={entry.kind}>
            {newDay ? <div className={classes.day}>{day}</div> : null}
            <div className={classes.entry}>
              <time dateTime={entry.at}>{formats.time(entry.at)}</time>
              <span className={classes.icon}>
                <Glyph size={20} stroke={1.7} aria-hidden />
              </span>
              <div className={classes.text}>
                <div className={classes.line}>
                  <strong>{serverText(t, entry.titleKey, entry.facts)}</strong>
                  <span className={classes.kind}>{t(`trace.kinds.${entry.kind}`)}</span>
                  {entry.place ? <span>@ {entry.place}</span> : null}
                  {entry.actor ? <span className={classes.muted}>{entry.actor}</span> : null}
                  {entry.evidence ? (
                    <span className={classes.evidence}>
                      {t("trace.evidence")}: {evidenceText(t, entry.evidence)}
                    </span>
                  ) : null}
                  <EntryLink link={entry.link} />
                </div>
                <FactList facts={entry.facts} besides={[subject, entry.place, entry.link?.id]} />
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** "RFID reader-D1" keeps its detail and says its first word in the reader's language. */
function evidenceText(t: ReturnType<typeof useTranslation>["t"], evidence: string): string {
  const [kind = "", ...rest] = evidence.split(/[\s:]+/);
  return [word(t, "trace.evidences", kind), ...rest].join(" ");
}

function EntryLink({ link }: { link: TraceEntry["link"] }) {
  if (!link) return null;
  const to =
    link.kind === "unit"
      ? `/trace/units/${link.id}`
      : link.kind === "order"
        ? `/orders/${link.id}`
        : link.kind === "transport"
          ? `/transports?q=${link.id}`
          : link.kind === "advice"
            ? `/inbound/${link.id}`
            : null;
  return to === null ? <code>{link.id}</code> : <Link to={to}>{link.id}</Link>;
}
