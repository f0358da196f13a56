import { useTranslation } from "react-i18next";
import type { Pass } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { pictureOf, type Dot } from "./passPicture";
import classes from "./passes.module.css";

const width = 1000;
const left = 170;
const right = 50;
const laneHeight = 44;
const top = 10;
const weakestDbm = -85;
const strongestDbm = -30;

/** Time runs to the right; one line an antenna with its reads, stronger ones larger, and one an eye. */
export function PassPicture({ pass }: { pass: Pass }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const picture = pictureOf(pass);
  const x = (at: number) => left + ((at - picture.from) / (picture.to - picture.from)) * (width - left - right);
  const height = top + picture.lanes.length * laneHeight + 30;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => picture.from + part * (picture.to - picture.from));
  return (
    <svg
      className={classes.picture}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("devices.pictureOf", { epc: pass.pass.epc })}
    >
      {ticks.map((at) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={top} y2={height - 24} className={classes.tick} />
          <text x={x(at)} y={height - 8} textAnchor="middle" className={classes.axis}>
            {formats.timeMs(at)}
          </text>
        </g>
      ))}
      {picture.lanes.map((lane, index) => {
        const y = top + index * laneHeight + laneHeight / 2;
        return (
          <g key={lane.name}>
            <text x={0} y={y + 4} className={classes.lane}>
              {lane.kind === "eye" ? t("devices.eyeOf", { side: word(t, "devices.sides", lane.name) }) : lane.name}
            </text>
            <line x1={left} x2={width - right} y1={y} y2={y} className={classes.line} />
            {lane.bars.map((bar) => (
              <rect
                key={bar.from}
                x={x(bar.from)}
                width={Math.max(2, x(bar.to) - x(bar.from))}
                y={lane.kind === "eye" ? y - 9 : y - 2}
                height={lane.kind === "eye" ? 18 : 4}
                className={lane.kind === "eye" ? classes.blocked : classes.span}
              />
            ))}
            {lane.dots.map((dot, number) => (
              <circle key={number} cx={x(dot.at)} cy={y} r={radius(dot)} className={classes.dot}>
                <title>{`${formats.timeMs(dot.at)}  ${dot.dbm === null ? "" : `${dot.dbm} dBm`}`}</title>
              </circle>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function radius(dot: Dot): number {
  if (dot.dbm === null) return 5;
  const part = (dot.dbm - weakestDbm) / (strongestDbm - weakestDbm);
  return 3 + 9 * Math.min(1, Math.max(0, part));
}
