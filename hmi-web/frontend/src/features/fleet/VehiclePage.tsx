import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext, useParams } from "react-router";
import type { Session, VehicleRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { valueText, whyText, word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { staleAfterMs } from "../floor/liveFloor";
import { VehicleMark } from "../floor/VehicleMark";
import { waitsText } from "../floor/waitsText";
import { mayDo } from "../session/api/session";
import { useVehicles } from "./api/vehicles";
import { Abilities } from "./Abilities";
import { Battery } from "./Battery";
import classes from "./fleet.module.css";
import { HistoryCharts } from "./HistoryCharts";
import { Messages } from "./Messages";
import { OrderDetail } from "./OrderDetail";
import { sentText } from "./sent";
import { Services } from "./Services";
import { VehicleCommands } from "./VehicleCommands";

export function VehiclePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const vehicles = useVehicles();
  if (vehicles.isPending) return <Loading what={id} />;
  if (vehicles.isError) return <Failed what={id} error={vehicles.error} onRetry={vehicles.refetch} />;
  const row = vehicles.data.find((one) => one.id === id);
  if (!row) return <h1>{t("fleet.noSuch", { id })}</h1>;
  return <VehicleView row={row} fetchedAt={vehicles.dataUpdatedAt} />;
}

function VehicleView({ row, fetchedAt }: { row: VehicleRow; fetchedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const age = typeof row.ageMs === "number" ? row.ageMs + Math.max(0, now - fetchedAt) : null;
  const stale = row.state === "unknown" || age === null || age > staleAfterMs;
  const state = stale ? "unknown" : row.state;
  const old = stale ? "stale" : "";
  const session = useOutletContext<Session>();
  return (
    <div className={classes.sections}>
      <Title title={row.id} back="/fleet">
        <VehicleCommands row={row} />
      </Title>
      <dl className={`card pad ${classes.facts ?? ""}`}>
        <Fact name={t("fleet.state")}>
          <VehicleMark state={state} /> <strong>{t(`floor.states.${state}`)}</strong>
          {stale && age !== null ? <div>{t("ui.unknownSince", { time: formats.time(now - age) })}</div> : null}
        </Fact>
        <Fact name={t("fleet.age")}>
          <span className={old}>{formats.age(age)}</span>
        </Fact>
        <Fact name={t("fleet.lastReport")}>{formats.dateTime(row.lastReportAt)}</Fact>
        <Fact name={t("fleet.battery")}>
          <Battery percent={row.battery} stale={stale} />
        </Fact>
        <Fact name={t("fleet.at")}>
          <span className={old}>{row.at ?? "–"}</span>
        </Fact>
        <Fact name={t("fleet.position")}>
          <span className={old}>
            {typeof row.x === "number" && typeof row.y === "number"
              ? `${row.x.toFixed(2)} m, ${row.y.toFixed(2)} m`
              : "–"}
          </span>
        </Fact>
        <Fact name={t("fleet.load")}>
          {row.loadId ? <Link to={`/trace/units/${row.loadId}`}>{row.loadId}</Link> : "–"}
        </Fact>
        <Fact name={t("fleet.transport")}>
          {row.transport ? <Link to={`/transports?q=${row.transport}`}>{row.transport}</Link> : "–"}
        </Fact>
        <Fact name={t("fleet.order")}>{row.orderId ?? "–"}</Fact>
        <Fact name={t("fleet.why")}>{waitsText(t, row.waitsFor) ?? whyText(t, row.why, row.whyValues)}</Fact>
        <Fact name={t("fleet.errand")}>{sentText(t, row.sent)}</Fact>
        <Fact name={t("fleet.connection")}>{word(t, "fleet.connections", row.connection)}</Fact>
        <Fact name={t("fleet.mode")}>{row.mode ? word(t, "fleet.modes", row.mode) : "–"}</Fact>
        <Fact name={t("fleet.made")}>
          {row.manufacturer} · {row.serial}
        </Fact>
        <Fact name={t("fleet.protocol")}>VDA 5050 {row.version}</Fact>
        <Way name={t("fleet.base")} nodes={row.base} />
        <Way name={t("fleet.horizon")} nodes={row.horizon} />
      </dl>
      <HistoryCharts id={row.id} />
      <OrderDetail id={row.id} />
      <section className="card pad">
        <h2>{t("fleet.errors")}</h2>
        {row.errors.length === 0 ? (
          <p>{t("fleet.noErrors")}</p>
        ) : (
          <ul>
            {row.errors.map((error, index) => (
              <li key={`${error.type}-${index}`}>
                <Tag tone={error.level.toLowerCase() === "warning" ? "attention" : "wrong"}>{valueText(t, error.level)}</Tag>{" "}
                <strong>{word(t, "vehicle.errors", error.type)}</strong>{" "}
                <span lang="en" className={classes.raw}>
                  {[error.type, error.description].filter(Boolean).join(": ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {mayDo(session, "supervisor") ? <Services id={row.id} /> : null}
      {mayDo(session, "supervisor") ? <Messages id={row.id} /> : null}
      <Abilities id={row.id} />
    </div>
  );
}

/** Nodes in their order, over the whole width; a name is never broken at its hyphen. */
function Way({ name, nodes }: { name: string; nodes: string[] }) {
  return (
    <div className={classes.way}>
      <dt>{name}</dt>
      <dd>
        {nodes.length === 0
          ? "–"
          : nodes.map((node, index) => (
              <Fragment key={`${index}-${node}`}>
                {index > 0 ? " → " : null}
                <span className={classes.node}>{node}</span>
              </Fragment>
            ))}
      </dd>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
