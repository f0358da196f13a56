import { useTranslation } from "react-i18next";
import { Link, useOutletContext } from "react-router";
import { useList } from "../../api/list";
import type { Session, Transport } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { whyText, word } from "../../i18n/server";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Tag, type Tone } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { transportsPath, useTransports } from "./api/transports";
import { TransportCommands } from "./TransportCommands";

const states = ["requested", "accepted", "assigned", "pickedUp", "delivered", "failed", "cancelled"];

function toneOf(state: string): Tone {
  const plain = state.toLowerCase();
  if (plain === "failed") return "wrong";
  return plain === "delivered" ? "done" : "calm";
}

export function TransportsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const list = useList("requestedAt,desc");
  const transports = useTransports(list.query);
  const columns: Column<Transport>[] = [
    { key: "id", header: t("transports.id"), sort: "id", cell: (row) => <code>{row.id}</code> },
    {
      key: "unit",
      header: t("transports.unit"),
      sort: "unit",
      cell: (row) => (
        <Link to={`/trace/units/${row.unit}`}>
          <code>{row.unit}</code>
        </Link>
      ),
    },
    { key: "way", header: t("transports.way"), sort: "from", cell: (row) => `${row.from} → ${row.to}` },
    {
      key: "state",
      header: t("transports.stateHead"),
      sort: "state",
      cell: (row) => <Tag tone={toneOf(row.state)}>{word(t, "transports.state", row.state)}</Tag>,
    },
    { key: "why", header: t("transports.why"), cell: (row) => whyText(t, row.why, row.whyValues) },
    {
      key: "vehicle",
      header: t("transports.vehicle"),
      sort: "vehicle",
      cell: (row) => (row.vehicle ? <Link to={`/fleet/${row.vehicle}`}>{row.vehicle}</Link> : "–"),
    },
    {
      key: "requestedAt",
      header: t("transports.requestedAt"),
      sort: "requestedAt",
      cell: (row) => formats.dateTime(row.requestedAt),
    },
    { key: "priority", header: t("transports.priority"), sort: "priority", cell: (row) => row.priority },
    { key: "pickedUpAt", header: t("transports.pickedUpAt"), cell: (row) => formats.time(row.pickedUpAt) },
    { key: "deliveredAt", header: t("transports.deliveredAt"), cell: (row) => formats.time(row.deliveredAt) },
  ];
  if (mayDo(session, "supervisor")) {
    columns.push({
      key: "act",
      header: t("ui.commands"),
      cell: (row) => <TransportCommands row={row} />,
    });
  }
  return (
    <>
      <Title title={t("transports.title")} />
      <DataList
        what={t("transports.what")}
        list={list}
        rows={transports}
        columns={columns}
        rowKey={(row) => row.id}
        path={transportsPath}
        minWidth={1100}
        filters={
          <Pick
            list={list}
            name="state"
            label={t("transports.stateHead")}
            options={states.map((value) => ({ value, label: t(`transports.state.${value}`) }))}
          />
        }
      />
    </>
  );
}
