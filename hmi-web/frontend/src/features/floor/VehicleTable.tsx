import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../ui/useNow";
import classes from "./floor.module.css";
import { ageOf, isStale, type LiveState } from "./liveFloor";
import { VehicleMark } from "./VehicleMark";
import { batteryText, waitsText } from "./waitsText";

type VehicleTableProps = { live: LiveState; selected: string | null; onSelect: (id: string) => void };

/** The twin of the map: the same vehicles in rows, for keyboard and screen reader. */
export function VehicleTable({ live, selected, onSelect }: VehicleTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const rows = [...live.vehicles.values()].sort((a, b) => a.report.id.localeCompare(b.report.id));
  const columns = ["id", "state", "battery", "load", "at", "transport", "waitsFor", "age"];
  return (
    <Table.ScrollContainer minWidth={720} className={classes.table ?? ""}>
      <Table aria-label={t("floor.title")}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`floor.vehicle.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((seen) => {
            const { report } = seen;
            const stale = isStale(seen, live.link, live.lastFrameAt, now);
            const state = stale ? "unknown" : report.state;
            return (
              <Table.Tr key={report.id} data-selected={report.id === selected}>
                <Table.Td>
                  <button type="button" className={classes.rowButton} onClick={() => onSelect(report.id)}>
                    {report.id}
                  </button>
                </Table.Td>
                <Table.Td>
                  <span className={classes.stateCell}>
                    <VehicleMark state={state} /> {t(`floor.states.${state}`)}
                  </span>
                </Table.Td>
                <Table.Td className={stale ? "stale" : ""}>
                  {batteryText(report.battery)}
                </Table.Td>
                <Table.Td>{report.loadId ?? "–"}</Table.Td>
                <Table.Td className={stale ? "stale" : ""}>{report.at ?? "–"}</Table.Td>
                <Table.Td>{report.transport ?? "–"}</Table.Td>
                <Table.Td>{waitsText(t, report.waitsFor) ?? "–"}</Table.Td>
                <Table.Td>{formats.age(ageOf(seen, now))}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
