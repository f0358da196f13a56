import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClosedPlace, Floor } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../ui/useNow";
import classes from "./floor.module.css";
import { ClosePlace } from "./ClosePlace";
import { kindOf } from "./kinds";
import { laneKey, laneNamed } from "./nodes";
import { ageOf, isStale, type LiveState, type SeenVehicle } from "./liveFloor";
import { VehicleMark } from "./VehicleMark";
import { batteryText, waitsText } from "./waitsText";

type SelectedPanelProps = { floor: Floor; live: LiveState; selected: string | null; closures: readonly ClosedPlace[] };

/** What is known about the selected vehicle or place, announced politely to screen readers. */
export function SelectedPanel({ floor, live, selected, closures }: SelectedPanelProps) {
  const { t } = useTranslation();
  const vehicle = selected === null ? undefined : live.vehicles.get(selected);
  const node = floor.nodes.find((one) => one.id === selected);
  const lane = laneNamed(floor, selected);
  return (
    <section className={classes.panel} aria-live="polite">
      {vehicle ? (
        <VehicleFacts seen={vehicle} live={live} />
      ) : node ? (
        <>
          <h2>{node.id}</h2>
          <dl className={classes.facts}>
            <Fact name={t("floor.kind")}>{t(`floor.kinds.${kindOf(node)}`)}</Fact>
            <Fact name={t("floor.unit")}>
              <UnitLink sscc={live.unitAt.get(node.id)} />
            </Fact>
            <Fact name={t("floor.station")}>
              {floor.stations.find((station) => station.positions.includes(node.id))?.id ?? "–"}
            </Fact>
            <Fact name={t("floor.reader")}>
              {floor.readPoints.find((point) => point.location === node.id)?.reader ?? "–"}
            </Fact>
          </dl>
          <ClosePlace key={node.id} from={node.id} to={null} closures={closures} />
        </>
      ) : lane ? (
        <>
          <h2>{laneKey(lane)}</h2>
          <dl className={classes.facts}>
            <Fact name={t("floor.kind")}>{t(lane.twoWay ? "floor.laneBoth" : "floor.laneOne")}</Fact>
          </dl>
          <ClosePlace key={laneKey(lane)} from={lane.from} to={lane.to} closures={closures} />
        </>
      ) : (
        <p className={classes.hint}>{t("floor.nothingSelected")}</p>
      )}
    </section>
  );
}

function UnitLink({ sscc }: { sscc: string | null | undefined }) {
  const { t } = useTranslation();
  return sscc ? <Link to={`/trace/units/${sscc}`}>{sscc}</Link> : t("floor.empty");
}

function VehicleFacts({ seen, live }: { seen: SeenVehicle; live: LiveState }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { report } = seen;
  const stale = isStale(seen, live.link, live.lastFrameAt, now);
  const age = ageOf(seen, now);
  const shown = stale ? "unknown" : report.state;
  const old = stale ? "stale" : undefined;
  return (
    <>
      <h2 className={classes.panelTitle}>
        {report.id} <VehicleMark state={shown} />
      </h2>
      <dl className={classes.facts}>
        <Fact name={t("floor.vehicle.state")}>
          <strong>{t(`floor.states.${shown}`)}</strong>
          {stale && age !== null ? <div>{t("ui.unknownSince", { time: formats.time(now - age) })}</div> : null}
        </Fact>
        <Fact name={t("floor.vehicle.age")} className={old}>
          {formats.age(age)}
        </Fact>
        <Fact name={t("floor.vehicle.battery")} className={old}>
          {batteryText(report.battery)}
        </Fact>
        <Fact name={t("floor.vehicle.at")} className={old}>
          {report.at ?? "–"}
        </Fact>
        <Fact name={t("floor.vehicle.load")} className={old}>
          <UnitLink sscc={report.loadId} />
        </Fact>
        <Fact name={t("floor.vehicle.transport")}>
          {report.transport ? <Link to={`/transports?q=${report.transport}`}>{report.transport}</Link> : "–"}
        </Fact>
        <Fact name={t("floor.vehicle.waitsFor")}>{waitsText(t, report.waitsFor) ?? "–"}</Fact>
        <Fact name={t("floor.vehicle.path")}>{report.base.join(" → ") || "–"}</Fact>
        <Fact name={t("floor.vehicle.horizon")}>{report.horizon.join(" → ") || "–"}</Fact>
        {report.further.length > 0 ? (
          <Fact name={t("floor.vehicle.further")}>
            {t("floor.vehicle.furtherTo", { count: report.further.length, node: report.further.at(-1) ?? "" })}
          </Fact>
        ) : null}
      </dl>
      <Link to={`/fleet/${report.id}`}>{t("floor.vehicle.open")}</Link>
    </>
  );
}

function Fact({ name, className, children }: { name: string; className?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}
