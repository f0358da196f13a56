import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { ClosedPlace, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Confirm } from "../../ui/Confirm";
import { mayDo } from "../session/api/session";
import { usePlaceAct } from "./api/closures";
import { closedWords } from "./closedWords";
import classes from "./floor.module.css";

type ClosePlaceProps = { from: string; to: string | null; closures: readonly ClosedPlace[] };

/** Whether a lane is closed in this direction or the other, or a node is. */
export function closureOf(closures: readonly ClosedPlace[], from: string, to: string | null): ClosedPlace | undefined {
  return closures.find(
    (one) =>
      (one.from === from && (one.to ?? null) === to) || (to !== null && one.from === to && (one.to ?? null) === from),
  );
}

/** Says who closed a place and why, and lets a supervisor close or open it. */
export function ClosePlace({ from, to, closures }: ClosePlaceProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState("");
  const command = usePlaceAct(() => setAsked(false));
  const closed = closureOf(closures, from, to);
  const act = closed ? "open" : "close";
  const place = to === null ? from : `${from} – ${to}`;
  return (
    <>
      {closed ? (
        <p className={classes.closed}>
          <strong>{t("floor.closed")}</strong>{" "}
          {closedWords(t, closed, formats.time(closed.at))}
        </p>
      ) : null}
      {mayDo(session, "supervisor") ? (
        <Button variant="default" h={44} onClick={() => setAsked(true)}>
          {t(`floor.${act}`)}
        </Button>
      ) : null}
      <Confirm
        open={asked}
        title={t(`floor.${act}Title`, { place })}
        consequence={t(`floor.${act}Means`)}
        verb={t(`floor.${act}`)}
        sending={command.sending}
        error={command.error}
        disabled={act === "close" && why.trim() === ""}
        onConfirm={() =>
          command.send(act === "close" ? { act, from, to, why: why.trim() } : { act, from, to })
        }
        onClose={() => {
          command.clear();
          setAsked(false);
        }}
      >
        {act === "close" ? (
          <Textarea
            label={t("floor.closeWhy")}
            maxLength={200}
            autosize
            minRows={2}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        ) : null}
      </Confirm>
    </>
  );
}
