import { Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { CycleReport, CycleTrigger, ReadCycle, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading, Refused } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { mayDo } from "../session/api/session";
import { useCycleAct, useCycleReports, useCycles } from "./api/cycles";
import classes from "./devices.module.css";

const shown = 5;

/** The read cycles that hear this read point: what begins and ends them, and what the last ones saw. */
export function ReadCycles({ readPoint }: { readPoint: string }) {
  const cycles = useCycles();
  const here = (cycles.data ?? []).filter((cycle) => cycle.readPoints.includes(readPoint));
  return here.map((cycle) => <Cycle key={cycle.id} cycle={cycle} />);
}

function Cycle({ cycle }: { cycle: ReadCycle }) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const reports = useCycleReports(cycle.id);
  const act = useCycleAct(cycle.id);
  const triggers = (all: CycleTrigger[]) => all.map((one) => triggerText(t, one)).join(t("devices.cycle.or"));
  return (
    <section className="card pad" aria-label={t("devices.cycle.one", { id: cycle.id })}>
      <div className={classes.stateHead}>
        <h2>{t("devices.cycle.one", { id: cycle.id })}</h2>
        <Tag tone={cycle.running ? "info" : "calm"}>
          {cycle.running ? t("devices.cycle.running") : t("devices.cycle.waiting")}
        </Tag>
        {mayDo(session, "supervisor") ? (
          <Button
            h={44}
            variant="default"
            disabled={act.sending}
            onClick={() => act.send(cycle.running ? "end" : "begin")}
          >
            {cycle.running ? t("devices.cycle.end") : t("devices.cycle.begin")}
          </Button>
        ) : null}
      </div>
      <p>
        {t("devices.cycle.starts", { what: triggers(cycle.start) })}{" "}
        {t("devices.cycle.stops", { what: triggers(cycle.stop) })}
      </p>
      <Refused error={act.error} />
      {reports.isPending ? (
        <Loading what={t("devices.cycle.reports")} />
      ) : reports.isError ? (
        <Failed what={t("devices.cycle.reports")} error={reports.error} onRetry={reports.refetch} />
      ) : (
        <Reports reports={reports.data.slice(0, shown)} />
      )}
    </section>
  );
}

type Translate = ReturnType<typeof useTranslation>["t"];

function triggerText(t: Translate, trigger: CycleTrigger): string {
  return t(`devices.cycle.triggers.${trigger.kind}`, {
    point: trigger.point ?? "",
    value: trigger.becomes === false ? 0 : 1,
    seconds: (trigger.millis ?? 0) / 1000,
  });
}

function Reports({ reports }: { reports: CycleReport[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (reports.length === 0) return <p>{t("devices.cycle.none")}</p>;
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={t("devices.cycle.reports")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("devices.cycle.number")}</Table.Th>
            <Table.Th>{t("devices.cycle.at")}</Table.Th>
            <Table.Th>{t("devices.cycle.length")}</Table.Th>
            <Table.Th>{t("devices.cycle.began")}</Table.Th>
            <Table.Th>{t("devices.cycle.ended")}</Table.Th>
            <Table.Th>{t("devices.cycle.seen")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.number}>
              <Table.Td>{formats.number(report.number)}</Table.Td>
              <Table.Td className="nowrap">{formats.time(report.at)}</Table.Td>
              <Table.Td className="nowrap">{formats.number(report.millis / 1000)} s</Table.Td>
              <Table.Td>{word(t, "devices.cycle.why", report.began)}</Table.Td>
              <Table.Td>{word(t, "devices.cycle.why", report.ended)}</Table.Td>
              <Table.Td>
                {report.reports.map((one) => (
                  <div key={one.set}>
                    {word(t, "devices.cycle.sets", one.set)}: {one.epcs.length === 0 ? t("devices.cycle.nothing") : null}
                    {one.epcs.map((epc) => (
                      <code key={epc}>{epc} </code>
                    ))}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
