import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VehicleActivity, VehicleHistory } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Failed, Loading } from "../../ui/States";
import { useVehicleHistory } from "./api/vehicles";
import classes from "./fleet.module.css";
import { activities, curves, stretches, sums, utilisation } from "./history";

const spans = [1, 8, 24, 72];
const width = 1000;
const height = 120;

/** The time line of what a vehicle did, its battery, and how each hour was used. */
export function HistoryCharts({ id }: { id: string }) {
  const { t } = useTranslation();
  const [hours, setHours] = useState(8);
  const history = useVehicleHistory(id, hours);
  const what = t("fleet.history.title");
  return (
    <section className="card pad" aria-label={what}>
      <div className={classes.sectionHead}>
        <h2>{what}</h2>
        <SegmentedControl
          size="md"
          aria-label={t("fleet.history.span")}
          value={String(hours)}
          onChange={(value) => setHours(Number(value))}
          data={spans.map((one) => ({ value: String(one), label: t("fleet.history.hours", { count: one }) }))}
        />
      </div>
      {history.isPending ? (
        <Loading what={what} />
      ) : history.isError ? (
        <Failed what={what} error={history.error} onRetry={history.refetch} />
      ) : (
        <>
          <TimeLine history={history.data} />
          <BatteryCurve history={history.data} />
          <Hours history={history.data} />
        </>
      )}
    </section>
  );
}

function TimeLine({ history }: { history: VehicleHistory }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const parts = stretches(history);
  const total = sums(history);
  const shown = activities.filter((one) => (total.get(one) ?? 0) > 0);
  const used = utilisation(total);
  return (
    <figure className={classes.figure}>
      <figcaption>
        {t("fleet.history.line")}
        {used === null ? "" : ` · ${t("fleet.history.used", { percent: Math.round(used * 100) })}`}
      </figcaption>
      <svg className={classes.line} viewBox={`0 0 ${width} 40`} preserveAspectRatio="none" aria-hidden focusable="false">
        <rect width={width} height="40" className={classes.nothing} />
        {parts.map((one) => (
          <rect
            key={one.from}
            x={one.left * width}
            width={Math.max(0.6, one.width * width)}
            height="40"
            data-activity={one.activity}
            className={classes.stretch}
          >
            <title>
              {`${formats.time(one.from)} – ${formats.time(one.to)} ${t(`fleet.activity.${one.activity}`)} ${one.transport ?? ""}`}
            </title>
          </rect>
        ))}
      </svg>
      <Ends history={history} />
      {shown.length === 0 ? <p>{t("fleet.history.none")}</p> : null}
      <ul className={classes.key}>
        {shown.map((one) => (
          <li key={one}>
            <Swatch activity={one} /> {t(`fleet.activity.${one}`)} {formats.age((total.get(one) ?? 0) * 1000)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Swatch({ activity }: { activity: VehicleActivity }) {
  return (
    <svg width="18" height="14" aria-hidden focusable="false">
      <rect width="18" height="14" data-activity={activity} className={classes.stretch} />
    </svg>
  );
}

function Ends({ history }: { history: VehicleHistory }) {
  const formats = useFormats();
  return (
    <div className={classes.ends}>
      <span>{formats.dateTime(history.from)}</span>
      <span>{formats.dateTime(history.to)}</span>
    </div>
  );
}

function BatteryCurve({ history }: { history: VehicleHistory }) {
  const { t } = useTranslation();
  const pieces = curves(history);
  const last = history.charge.at(-1);
  const lowest = Math.min(...history.charge.map((one) => one.percent));
  return (
    <figure className={classes.figure}>
      <figcaption>
        {t("fleet.battery")}
        {last
          ? ` · ${t("fleet.history.charge", { now: Math.round(last.percent), lowest: Math.round(lowest) })}`
          : ""}
      </figcaption>
      <div className={classes.curveBox}>
        <span className={classes.axis} aria-hidden>
          <span>100 %</span>
          <span>50 %</span>
          <span>0 %</span>
        </span>
        <svg className={classes.curve} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden focusable="false">
          {[0, 50, 100].map((percent) => (
            <path key={percent} d={`M0 ${y(percent)}H${width}`} className={classes.grid} />
          ))}
          {pieces.map((piece) => (
            <polyline
              key={piece[0]?.x}
              className={classes.charge}
              points={piece.map((point) => `${(point.x * width).toFixed(1)},${y(point.y).toFixed(1)}`).join(" ")}
            />
          ))}
        </svg>
      </div>
      <Ends history={history} />
    </figure>
  );
}

function y(percent: number): number {
  return height - 2 - (percent / 100) * (height - 4);
}

/** Each hour as a bar of its parts; the figures stand in the list of the time line. */
function Hours({ history }: { history: VehicleHistory }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const most = 24;
  const hours = history.use.slice(-most);
  return (
    <figure className={classes.figure}>
      <figcaption>{t("fleet.history.byHour")}</figcaption>
      <ol className={classes.hours}>
        {hours.map((hour) => {
          const used = utilisation(hour.parts.map((part) => [part.activity, part.seconds] as const));
          const sorted = activities.flatMap((one) => hour.parts.filter((part) => part.activity === one));
          let top = 60;
          return (
            <li key={hour.hour}>
              <svg width="100%" height="60" viewBox="0 0 10 60" preserveAspectRatio="none" aria-hidden focusable="false">
                <rect width="10" height="60" className={classes.nothing} />
                {sorted.map((part) => {
                  const tall = part.seconds / 60;
                  top -= tall;
                  return (
                    <rect
                      key={part.activity}
                      y={top}
                      width="10"
                      height={tall}
                      data-activity={part.activity}
                      className={classes.stretch}
                    />
                  );
                })}
              </svg>
              <span>{formats.time(hour.hour).slice(0, 5)}</span>
              <span>{used === null ? "–" : `${Math.round(used * 100)} %`}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
