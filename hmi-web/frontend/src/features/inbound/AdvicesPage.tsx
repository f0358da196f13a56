import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext } from "react-router";
import { useList } from "../../api/list";
import type { AdviceRow, AdviceState, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Tag, type Tone } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { advicesPath, useAdvices } from "./api/advices";

const states: AdviceState[] = ["announced", "arrived", "unloading", "closed"];
export const adviceTone: Record<AdviceState, Tone> = {
  announced: "calm",
  arrived: "info",
  unloading: "info",
  closed: "done",
};

export function AdvicesPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const list = useList("announcedAt,desc");
  const advices = useAdvices(list.query);
  const columns: Column<AdviceRow>[] = [
    {
      key: "id",
      header: t("inbound.id"),
      sort: "id",
      cell: (row) => (
        <Link to={`/inbound/${row.id}`}>
          <code>{row.id}</code>
        </Link>
      ),
    },
    { key: "supplier", header: t("inbound.supplier"), sort: "supplierName", cell: (row) => row.supplierName },
    { key: "dock", header: t("inbound.dock"), sort: "dock", cell: (row) => row.dock ?? "–" },
    {
      key: "state",
      header: t("inbound.stateHead"),
      sort: "state",
      cell: (row) => <Tag tone={adviceTone[row.state]}>{t(`inbound.state.${row.state}`)}</Tag>,
    },
    {
      key: "received",
      header: t("inbound.received"),
      number: true,
      cell: (row) => `${formats.number(row.received)} / ${formats.number(row.pallets)}`,
    },
    {
      key: "announcedAt",
      header: t("inbound.announcedAt"),
      sort: "announcedAt",
      cell: (row) => formats.dateTime(row.announcedAt),
    },
  ];
  return (
    <>
      <Title title={t("inbound.title")}>
        {mayDo(session, "supervisor") ? (
          <Button component={Link} to="/inbound/new" h={44} leftSection={<IconPlus size={18} aria-hidden />}>
            {t("inbound.announce")}
          </Button>
        ) : null}
      </Title>
      <DataList
        what={t("inbound.what")}
        list={list}
        rows={advices}
        columns={columns}
        rowKey={(row) => row.id}
        path={advicesPath}
        filters={
          <Pick
            list={list}
            name="state"
            label={t("inbound.stateHead")}
            options={states.map((value) => ({ value, label: t(`inbound.state.${value}`) }))}
          />
        }
      />
    </>
  );
}
