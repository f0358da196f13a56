import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { Session, Zone } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Confirm } from "../../ui/Confirm";
import { mayDo } from "../session/api/session";
import { useZoneAct, type ZoneAct } from "./api/zones";
import classes from "./zones.module.css";

/** The zones of the floor, and pausing one by its name; it says that it is no emergency stop. */
export function ZoneList({ zones }: { zones: readonly Zone[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const [asked, setAsked] = useState<ZoneAct | null>(null);
  const command = useZoneAct(() => setAsked(null));
  if (zones.length === 0) return null;
  const may = mayDo(session, "supervisor");
  const act = asked?.act ?? "pause";
  return (
    <section className={classes.zones} aria-label={t("zones.title")}>
      <span className={classes.head}>
        <strong>{t("zones.title")}</strong>
        <span>{t("zones.noStop")}</span>
      </span>
      <ul>
        {zones.map((zone) => (
          <li key={zone.id} className={classes.row}>
            <span className={classes.names}>
              <strong>{zone.id}</strong>
              <span>{t(`zones.kinds.${zone.kind}`)}</span>
              {zone.paused ? (
                <span className={classes.paused}>
                  {t("zones.pausedBy", { by: zone.paused.by, at: formats.time(zone.paused.at) })}
                </span>
              ) : null}
              {zone.holders.length > 0 ? <span>{t("zones.holders", { who: zone.holders.join(", ") })}</span> : null}
            </span>
            {may ? (
              <Button
                variant="default"
                h={44}
                aria-label={t(zone.paused ? "zones.resumeNamed" : "zones.pauseNamed", { id: zone.id })}
                onClick={() => setAsked({ act: zone.paused ? "resume" : "pause", id: zone.id })}
              >
                {t(zone.paused ? "zones.resume" : "zones.pause")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Confirm
        open={asked !== null}
        title={t(`zones.${act}Named`, { id: asked?.id ?? "" })}
        consequence={t(`zones.${act}Means`)}
        verb={t(`zones.${act}`)}
        sending={command.sending}
        error={command.error}
        onConfirm={() => {
          if (asked) command.send(asked);
        }}
        onClose={() => {
          command.clear();
          setAsked(null);
        }}
      />
    </section>
  );
}
