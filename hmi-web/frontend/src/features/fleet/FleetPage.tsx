import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { VehicleRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { whyText, word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { staleAfterMs } from "../floor/liveFloor";
import { VehicleMark } from "../floor/VehicleMark";
import { waitsText } from "../floor/waitsText";
import { useVehicles } from "./api/vehicles";
import { Battery } from "./Battery";
import classes from "./fleet.module.css";
import { PauseMany } from "./PauseMany";
import { sentText } from "./sent";
import { VehicleCommands } from "./VehicleCommands";

const heads = ["vehicle", "state", "battery", "load", "at", "transport", "why", "connection", "age", "commands"];

export function FleetPage() {
  const { t } = useTranslation();
  const vehicles = useVehicles();
  const what = t("fleet.what");
  return (
    <>
      <Title title={t("fleet.title")}>
        <PauseMany within={null} />
      </Title>
      {vehicles.isPending ? (
        <Loading what={what} />
      ) : vehicles.isError ? (
        <Failed what={what} error={vehicles.error} onRetry={vehicles.refetch} />
      ) : vehicles.data.length === 0 ? (
        <p>{t("fleet.none")}</p>
      ) : (
        <Table.ScrollContainer minWidth={1000} className="card">
          <Table aria-label={t("fleet.title")} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head}>{t(`fleet.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {vehicles.data.map((row) => (
                <Row key={row.id} row={row} fetchedAt={vehicles.dataUpdatedAt} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Row({ row, fetchedAt }: { row: VehicleRow; fetchedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const age = typeof row.ageMs === "number" ? row.ageMs + Math.max(0, now - fetchedAt) : null;
  const stale = row.state === "unknown" || age === null || age > staleAfterMs;
  const state = stale ? "unknown" : row.state;
  return (
    <Table.Tr>
      <Table.Td className="nowrap">
        <Link to={`/fleet/${row.id}`}>
          <strong>{row.id}</strong>
        </Link>
      </Table.Td>
      <Table.Td>
        <span className={classes.state}>
          <VehicleMark state={state} /> {t(`floor.states.${state}`)}
        </span>
        {stale && age !== null ? <div>{t("ui.unknownSince", { time: formats.time(now - age) })}</div> : null}
        {row.errors.length > 0 ? (
          <div>{row.errors.map((error) => word(t, "vehicle.errors", error.type)).join(" · ")}</div>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Battery percent={row.battery} stale={stale} />
      </Table.Td>
      <Table.Td className={stale ? "stale" : ""}>
        {row.loadId ? (
          <Link to={`/trace/units/${row.loadId}`}>
            <code>{row.loadId}</code>
          </Link>
        ) : (
          "–"
        )}
      </Table.Td>
      <Table.Td className={stale ? "stale nowrap" : "nowrap"}>{row.at ?? "–"}</Table.Td>
      <Table.Td className="nowrap">{row.transport ? <Link to={`/transports?q=${row.transport}`}>{row.transport}</Link> : "–"}</Table.Td>
      <Table.Td>
        {waitsText(t, row.waitsFor) ?? whyText(t, row.why, row.whyValues)}
        {row.sent ? <div>{sentText(t, row.sent)}</div> : null}
      </Table.Td>
      <Table.Td>{word(t, "fleet.connections", row.connection)}</Table.Td>
      <Table.Td className={stale ? "stale" : ""}>{formats.age(age)}</Table.Td>
      <Table.Td>
        <VehicleCommands row={row} />
      </Table.Td>
    </Table.Tr>
  );
}
