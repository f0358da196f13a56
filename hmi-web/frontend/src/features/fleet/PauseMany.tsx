import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { Session } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { mayDo } from "../session/api/session";
import { useFleetAct, type FleetAct } from "./api/vehicles";
import classes from "./fleet.module.css";

export type Area = { minX: number; minY: number; maxX: number; maxY: number };

type PauseManyProps = {
  /** Only the vehicles in this part of the floor; all when null. */
  within: Area | null;
};

/** Pause and resume for all vehicles, or those in a part of the floor; each says that it is no emergency stop. */
export function PauseMany({ within }: PauseManyProps) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const [asked, setAsked] = useState<FleetAct | null>(null);
  const command = useFleetAct(() => setAsked(null));
  if (!mayDo(session, "supervisor")) return null;
  const whom = within === null ? "all" : "part";
  const act = asked?.act ?? "pause";
  return (
    <section className={classes.many} aria-label={t(`fleet.many.${whom}`)}>
      <span className={classes.manyNames}>
        <strong>{t(`fleet.many.${whom}`)}</strong>
        <span>{t("fleet.many.noStop")}</span>
      </span>
      <Button variant="default" h={44} onClick={() => setAsked({ act: "pause", within })}>
        {t("fleet.pause")}
      </Button>
      <Button variant="default" h={44} onClick={() => setAsked({ act: "resume", within })}>
        {t("fleet.resume")}
      </Button>
      <Confirm
        open={asked !== null}
        title={t(`fleet.many.${act}.${whom}`)}
        consequence={t(`fleet.many.${act}.means`)}
        verb={t(`fleet.${act}`)}
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
