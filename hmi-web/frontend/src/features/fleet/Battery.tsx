import classes from "./fleet.module.css";

type BatteryProps = { percent: number | null | undefined; stale: boolean };

/** Below this a vehicle should be on its way to a charger. */
const lowPercent = 20;

export function Battery({ percent, stale }: BatteryProps) {
  if (typeof percent !== "number") return <span>–</span>;
  const low = percent < lowPercent;
  return (
    <span className={`${classes.battery ?? ""} ${stale ? "stale" : ""}`}>
      <span className={classes.cell} data-low={low} aria-hidden>
        <span style={{ width: `${Math.max(0, Math.min(100, percent))}%` }} />
      </span>
      {Math.round(percent)} %{low ? " ▼" : ""}
    </span>
  );
}
