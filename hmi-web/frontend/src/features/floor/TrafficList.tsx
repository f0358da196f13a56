import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ClosedPlace } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { whyText } from "../../i18n/server";
import { useNow } from "../../ui/useNow";
import { closedWords } from "./closedWords";
import classes from "./floor.module.css";
import { laneKey } from "./nodes";
import { holdUps, waitsOf } from "./traffic";
import type { LiveState } from "./liveFloor";

type TrafficListProps = {
  live: LiveState;
  closures: readonly ClosedPlace[];
  selected: string | null;
  onSelect: (id: string) => void;
};

/** Who waits for whom, at which node and since when; who holds up most; and what is closed. */
export function TrafficList({ live, closures, selected, onSelect }: TrafficListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const waits = waitsOf([...live.vehicles.values()].map((seen) => seen.report));
  const heads = holdUps(waits);
  return (
    <div className={classes.traffic}>
      <h2>{t("floor.traffic.waits", { count: waits.length })}</h2>
      {waits.length === 0 ? (
        <p>{t("floor.traffic.nobody")}</p>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label={t("floor.traffic.title")}>
            <Table.Thead>
              <Table.Tr>
                {["vehicle", "for", "place", "since", "reason", "behind"].map((head) => (
                  <Table.Th key={head}>{t(`floor.traffic.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {waits.map((one) => (
                <Table.Tr key={one.vehicle} data-selected={one.vehicle === selected}>
                  <Table.Td>
                    <Pick id={one.vehicle} onSelect={onSelect} />
                  </Table.Td>
                  <Table.Td>{one.for ? <Pick id={one.for} onSelect={onSelect} /> : "–"}</Table.Td>
                  <Table.Td className="nowrap">{one.place ?? "–"}</Table.Td>
                  <Table.Td className="nowrap">
                    {formats.time(one.since)} · {formats.age(Math.max(0, now - Date.parse(one.since)))}
                  </Table.Td>
                  <Table.Td>{whyText(t, one.reason)}</Table.Td>
                  <Table.Td>
                    {one.behind ?? <strong>{t("floor.traffic.circle")}</strong>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {heads.length > 0 ? (
        <p>
          {t("floor.traffic.heads")}{" "}
          {heads
            .slice(0, 5)
            .map((head) => `${head.vehicle} (${head.behind})`)
            .join(", ")}
        </p>
      ) : null}
      <h2>{t("floor.traffic.closed", { count: closures.length })}</h2>
      {closures.length === 0 ? (
        <p>{t("floor.traffic.allOpen")}</p>
      ) : (
        <ul>
          {closures.map((one) => (
            <li key={`${one.from} ${one.to ?? ""}`}>
              <strong>{one.to ? laneKey({ from: one.from, to: one.to }) : one.from}</strong>{" "}
              {closedWords(t, one, formats.dateTime(one.at))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Pick({ id, onSelect }: { id: string; onSelect: (id: string) => void }) {
  return (
    <button type="button" className={classes.rowButton} onClick={() => onSelect(id)}>
      {id}
    </button>
  );
}
