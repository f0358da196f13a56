import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useList } from "../../api/list";
import type { LoadRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { loadsPath, useLoadList, useLoads } from "./api/loads";
import classes from "./loads.module.css";
import { standingOf, standingTone } from "./verdict";

/** Every truck at the docks and whether it may leave; and those that have left. */
export function LoadsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  // A sent address with a filter is about those that have left: the trucks here are few and have none.
  const [left, setLeft] = useState(params.size > 0);
  return (
    <>
      <Title title={t("loads.title")}>
        <SegmentedControl
          size="md"
          aria-label={t("loads.what")}
          value={String(left)}
          onChange={(value) => {
            setLeft(value === "true");
            setParams({}, { replace: true });
          }}
          data={[
            { value: "false", label: t("loads.here") },
            { value: "true", label: t("loads.gone") },
          ]}
        />
      </Title>
      {left ? <Gone /> : <Here />}
    </>
  );
}

function Here() {
  const { t } = useTranslation();
  const loads = useLoads(false);
  const what = t("loads.what");
  if (loads.isPending) return <Loading what={what} />;
  if (loads.isError) return <Failed what={what} error={loads.error} onRetry={loads.refetch} />;
  if (loads.data.length === 0) return <p>{t("loads.none")}</p>;
  return (
    <ul className={classes.list}>
      {loads.data.map((load) => (
        <li key={load.id}>
          <Truck load={load} />
        </li>
      ))}
    </ul>
  );
}

/** One truck in short; the whole card is the way to its check. */
export function Truck({ load }: { load: LoadRow }) {
  const { t } = useTranslation();
  const standing = standingOf(load);
  return (
    <Link to={`/loads/${load.id}`} className={classes.truck} data-tone={standingTone[standing]}>
      <strong>{t("loads.truckAt", { dock: load.dock })}</strong>
      <span className={classes.count}>{t("loads.loadedOf", { loaded: load.loaded, parcels: load.parcels })}</span>
      <span>
        <Tag tone={standingTone[standing]}>
          {t(`loads.verdict.${standing}`, { missing: load.missing, surplus: load.surplus })}
        </Tag>
      </span>
    </Link>
  );
}

const gone = { state: "left" };

function Gone() {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useList("closedAt,desc");
  const loads = useLoadList({ ...list.query, ...gone });
  const columns: Column<LoadRow>[] = [
    {
      key: "id",
      header: t("loads.what"),
      sort: "id",
      cell: (row) => (
        <Link className="nowrap" to={`/loads/${row.id}`}>
          {t("loads.one", { id: row.id, dock: row.dock })}
        </Link>
      ),
    },
    { key: "dock", header: t("loads.dock"), sort: "dock", cell: (row) => row.dock },
    {
      key: "closedAt",
      header: t("loads.closedAt"),
      sort: "closedAt",
      cell: (row) => <span className="nowrap">{formats.dateTime(row.closedAt)}</span>,
    },
    {
      key: "check",
      header: t("loads.check"),
      cell: (row) => (
        <Tag tone={standingTone[standingOf(row)]}>
          {t(`loads.verdict.${standingOf(row)}`, { missing: row.missing, surplus: row.surplus })}
        </Tag>
      ),
    },
    {
      key: "loaded",
      header: t("loads.loaded"),
      number: true,
      cell: (row) => `${formats.number(row.loaded)} / ${formats.number(row.parcels)}`,
    },
    { key: "missing", header: t("loads.missing"), number: true, cell: (row) => formats.number(row.missing) },
    { key: "closedBy", header: t("loads.closedBy"), sort: "closedBy", cell: (row) => row.closedBy ?? "–" },
    { key: "reason", header: t("loads.reason"), sort: "reason", cell: (row) => row.reason ?? "–" },
  ];
  return (
    <DataList
      what={t("loads.what")}
      list={list}
      rows={loads}
      columns={columns}
      rowKey={(row) => row.id}
      path={loadsPath}
      exportFilters={gone}
      minWidth={900}
      empty={t("loads.noneGone")}
      filters={
        <Pick
          list={list}
          name="byHand"
          label={t("loads.check")}
          options={[
            { value: "false", label: t("loads.equal") },
            { value: "true", label: t("loads.verdict.closedByHand") },
          ]}
        />
      }
    />
  );
}
