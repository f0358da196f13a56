import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Job } from "../../api/types";
import { serverText, word } from "../../i18n/server";
import { BigButton } from "./BigButton";
import { Fact } from "./Fact";
import classes from "./station.module.css";

type LoadCardProps = {
  job: Job;
  load: NonNullable<Job["load"]>;
  sending: boolean;
  onStart: () => void;
  onConfirm: () => void;
};

/** Load a parcel: open the door, carry it past the portal, which proves that it is the right one. */
export function LoadCard({ job, load, sending, onStart, onConfirm }: LoadCardProps) {
  const { t } = useTranslation();
  const before = job.instructionKey === "job.load.start";
  return (
    <section className={classes.card} aria-label={t("station.kinds.load")}>
      <p className={classes.instruction}>
        {serverText(t, job.instructionKey, job.facts)}
      </p>
      <dl className={classes.facts}>
        <Fact name={t("station.load.parcel")} wide>
          <Link to={`/trace/units/${load.parcel}`}>
            <code>{load.parcel}</code>
          </Link>
        </Fact>
        <Fact name={t("station.load.order")}>
          {load.order} · {load.customerName}
        </Fact>
        <Fact name={t("station.load.state")}>{word(t, "unitState", load.state)}</Fact>
      </dl>
      {before ? (
        <BigButton verb={t("station.load.startVerb")} sending={sending} onClick={onStart} />
      ) : (
        <BigButton verb={t("station.load.verb")} sending={sending} onClick={onConfirm} />
      )}
    </section>
  );
}
