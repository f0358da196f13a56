import { useTranslation } from "react-i18next";
import type { Milestone, OrderMilestone } from "../../api/types";
import { useFormats } from "../../i18n/format";
import classes from "./orders.module.css";
import { milestones, reached, stepsOf } from "./milestones";

type MilestonesProps = { known: OrderMilestone[]; cancelled: boolean };

/** The nine milestones in a row, with when and who. */
export function Milestones({ known, cancelled }: MilestonesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ol className={classes.milestones} aria-label={t("orders.milestones")} data-cancelled={cancelled}>
      {stepsOf(known).map((step, index) => (
        <li key={step.name} data-state={step.state} aria-current={step.state === "next" ? "step" : undefined}>
          <span className={classes.dot} aria-hidden>
            {step.state === "reached" ? "✓" : index + 1}
          </span>
          <strong>{t(`orders.milestone.${step.name}`)}</strong>
          <span className={classes.when}>
            {step.at === null ? (step.state === "next" && !cancelled ? t("orders.next") : "") : formats.dateTime(step.at)}
          </span>
          <span className={classes.when}>{step.by ?? ""}</span>
        </li>
      ))}
    </ol>
  );
}

type MilestoneBarProps = { current: Milestone };

/** The same in the width of a table cell: nine ticks and the name of the last one reached. */
export function MilestoneBar({ current }: MilestoneBarProps) {
  const { t } = useTranslation();
  const count = reached(current);
  return (
    <span className={classes.bar}>
      <span className={classes.ticks} aria-hidden>
        {milestones.map((name, index) => (
          <span key={name} data-reached={index < count} />
        ))}
      </span>
      <span>
        {count}/9 {t(`orders.milestone.${current}`)}
      </span>
    </span>
  );
}
