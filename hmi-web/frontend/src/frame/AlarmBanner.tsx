import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countsOf, foremost, useActiveAlarms } from "../features/alarms/api/alarms";
import { serverText } from "../i18n/server";
import { PriorityMark } from "../ui/PriorityMark";
import classes from "./frame.module.css";

/** The foremost alarm and the counts, on every screen. Blinks only while it is high and nobody has acknowledged it. */
export function AlarmBanner() {
  const { t } = useTranslation();
  const alarms = useActiveAlarms();
  if (!alarms.data) {
    return <div className={classes.banner}>{alarms.isError ? t("frame.alarms.unreachable") : null}</div>;
  }
  const first = foremost(alarms.data.items);
  if (!first) return <div className={classes.banner}>{t("frame.alarms.none")}</div>;
  const title = serverText(t, first.titleKey, { ...first.params, source: first.source });
  return (
    <Link className={classes.banner} to="/alarms" data-priority={first.priority} data-new={!first.ackedAt}>
      <span className={classes.bannerMark}>
        <PriorityMark priority={first.priority} />
      </span>
      <span className={classes.bannerText}>
        <strong>{title}</strong>
        {title.includes(first.source) ? null : <span>{first.source}</span>}
      </span>
      <span className={classes.bannerCounts}>{t("frame.alarms.counts", countsOf(alarms.data.items))}</span>
      <span className="visually-hidden">{t("frame.alarms.show")}</span>
    </Link>
  );
}
