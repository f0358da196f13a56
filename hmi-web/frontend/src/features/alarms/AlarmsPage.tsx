import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "../../api/list";
import type { Alarm } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { serverText } from "../../i18n/server";
import { troubleWords } from "../../i18n/trouble";
import { Confirm } from "../../ui/Confirm";
import { DataList, type Column } from "../../ui/DataList";
import { PriorityMark } from "../../ui/PriorityMark";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import classes from "./alarms.module.css";
import { useAcknowledge, useAlarms } from "./api/alarms";

export function AlarmsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [scope, setScope] = useState<"active" | "history">("active");
  const list = useList("raisedAt,desc");
  const alarms = useAlarms(scope, list.query);
  const [asked, setAsked] = useState<Alarm | null>(null);
  const [note, setNote] = useState("");
  const close = () => {
    setAsked(null);
    setNote("");
  };
  const acknowledge = useAcknowledge(close);
  const textOf = (alarm: Alarm, key: string) => serverText(t, key, { ...alarm.params, source: alarm.source });

  const reported = ({ params }: Alarm) => {
    const { device, trouble } = params;
    return device && trouble ? troubleWords(t, trouble, params) : "";
  };

  const columns: Column<Alarm>[] = [
    {
      key: "priority",
      header: t("alarms.priority"),
      sort: "priority",
      cell: (row) => <PriorityMark priority={row.priority} size={28} />,
    },
    {
      key: "title",
      header: t("alarms.alarm"),
      sort: "type",
      cell: (row) => (
        <div className={classes.alarm}>
          <strong>{textOf(row, row.titleKey)}</strong>
          <span>
            {t("alarms.cause")}: {textOf(row, row.causeKey)}
          </span>
          {reported(row) === "" ? null : (
            <span>
              {t("alarms.reported")}: {reported(row)}
            </span>
          )}
          <span>
            {t("alarms.action")}: {textOf(row, row.actionKey)}
          </span>
        </div>
      ),
    },
    { key: "source", header: t("alarms.source"), sort: "source", cell: (row) => <code>{row.source}</code> },
    { key: "raised", header: t("alarms.raised"), sort: "raisedAt", cell: (row) => formats.dateTime(row.raisedAt) },
    {
      key: "cleared",
      header: t("alarms.cleared"),
      cell: (row) =>
        row.clearedAt ? (
          <>
            {formats.dateTime(row.clearedAt)}
            {row.ackedAt ? null : <div className={classes.returned}>{t("alarms.returned")}</div>}
          </>
        ) : (
          <Tag tone="attention">{t("alarms.still")}</Tag>
        ),
    },
    {
      key: "acked",
      header: t("alarms.acked"),
      cell: (row) =>
        row.ackedAt ? (
          t("alarms.ackedBy", { name: row.ackedBy ?? "", time: formats.time(row.ackedAt) })
        ) : (
          <Button h={44} onClick={() => setAsked(row)}>
            {t("alarms.acknowledge")}
          </Button>
        ),
    },
  ];

  return (
    <>
      <Title title={t("alarms.title")}>
        <SegmentedControl
          size="md"
          value={scope}
          onChange={(value) => setScope(value)}
          data={[
            { value: "active", label: t("alarms.active") },
            { value: "history", label: t("alarms.history") },
          ]}
        />
      </Title>
      <DataList
        what={t("alarms.what")}
        list={list}
        rows={alarms}
        columns={columns}
        rowKey={(row) => String(row.id)}
        path="/api/v1/alarms"
        exportFilters={{ state: scope }}
        minWidth={980}
        empty={scope === "active" ? t("alarms.quiet") : t("ui.nothing")}
      />
      <Confirm
        open={asked !== null}
        title={t("alarms.acknowledgeTitle")}
        consequence={
          <>
            <p>
              <strong>{asked ? textOf(asked, asked.titleKey) : ""}</strong> {asked?.source}
            </p>
            <p>{t("alarms.acknowledgeMeans")}</p>
          </>
        }
        verb={t("alarms.acknowledge")}
        sending={acknowledge.sending}
        error={acknowledge.error}
        onConfirm={() => {
          if (asked) acknowledge.send({ id: asked.id, note: note.trim() });
        }}
        onClose={() => {
          acknowledge.clear();
          close();
        }}
      >
        <Textarea
          size="md"
          label={t("alarms.note")}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Confirm>
    </>
  );
}
