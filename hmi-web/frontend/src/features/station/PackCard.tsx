import { useTranslation } from "react-i18next";
import type { Job } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { serverText } from "../../i18n/server";
import { BigButton } from "./BigButton";
import { Fact } from "./Fact";
import classes from "./station.module.css";

type PackCardProps = { job: Job; pack: NonNullable<Job["pack"]>; sending: boolean; onConfirm: () => void };

/** Close the parcel of an order: content, weight, label. */
export function PackCard({ job, pack, sending, onConfirm }: PackCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className={classes.card} aria-label={t("station.kinds.pack")}>
      <p className={classes.instruction}>{serverText(t, job.instructionKey, job.facts)}</p>
      <dl className={classes.facts}>
        <Fact name={t("station.pack.customer")}>{pack.customerName}</Fact>
        <Fact name={t("station.pack.weight")}>{formats.number(Math.round(pack.weightG / 10) / 100)} kg</Fact>
      </dl>
      <ul className={classes.pallets} aria-label={t("station.pack.content")}>
        {pack.lines.map((line) => (
          <li key={line.item}>
            <strong className={classes.count}>{formats.number(line.quantity)} ×</strong>
            <span className={classes.palletText}>
              <strong>{line.name}</strong>
              <code>{line.item}</code>
            </span>
          </li>
        ))}
      </ul>
      <BigButton verb={t("station.pack.verb")} sending={sending} onClick={onConfirm} />
    </section>
  );
}
