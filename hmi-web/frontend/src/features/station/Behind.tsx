import { useTranslation } from "react-i18next";
import { word } from "../../i18n/server";
import { useQueue } from "./api/station";
import classes from "./station.module.css";

type BehindProps = { station: string; task: string; behind: number };

/** How many jobs wait behind this one, and the next three of them. */
export function Behind({ station, task, behind }: BehindProps) {
  const { t } = useTranslation();
  const queue = useQueue(station);
  const next = (queue.data ?? []).filter((one) => one.taskId !== task).slice(0, 3);
  return (
    <div className={classes.behind}>
      <strong>{t("station.behind", { count: behind })}</strong>
      <span>{next.map((one) => `${word(t, "station.kinds", one.kind)} ${one.subject}`).join(" · ")}</span>
    </div>
  );
}
