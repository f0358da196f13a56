import { SegmentedControl, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LoadRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useLoads } from "./api/loads";
import classes from "./loads.module.css";
import { standingOf, standingTone } from "./verdict";

/** Every truck at the docks and whether it may leave; and those that have left. */
export function LoadsPage() {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const loads = useLoads(left);
  const what = t("loads.what");
  return (
    <>
      <Title title={t("loads.title")}>
        <SegmentedControl
          size="md"
          aria-label={what}
          value={String(left)}
          onChange={(value) => setLeft(value === "true")}
          data={[
            { value: "false", label: t("loads.here") },
            { value: "true", label: t("loads.gone") },
          ]}
        />
      </Title>
      {loads.isPending ? (
        <Loading what={what} />
      ) : loads.isError ? (
        <Failed what={what} error={loads.error} onRetry={loads.refetch} />
      ) : loads.data.length === 0 ? (
        <p>{left ? t("loads.noneGone") : t("loads.none")}</p>
      ) : left ? (
        <Gone loads={loads.data} />
      ) : (
        <ul className={classes.list}>
          {loads.data.map((load) => (
            <li key={load.id}>
              <Truck load={load} />
            </li>
          ))}
        </ul>
      )}
    </>
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

function Gone({ loads }: { loads: LoadRow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table.ScrollContainer minWidth={860} className="card">
      <Table aria-label={t("loads.gone")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("loads.what")}</Table.Th>
            <Table.Th>{t("loads.closedAt")}</Table.Th>
            <Table.Th>{t("loads.check")}</Table.Th>
            <Table.Th ta="right">{t("loads.loaded")}</Table.Th>
            <Table.Th ta="right">{t("loads.missing")}</Table.Th>
            <Table.Th>{t("loads.closedBy")}</Table.Th>
            <Table.Th>{t("loads.reason")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {loads.map((load) => (
            <Table.Tr key={load.id}>
              <Table.Td className="nowrap">
                <Link to={`/loads/${load.id}`}>{t("loads.one", { id: load.id, dock: load.dock })}</Link>
              </Table.Td>
              <Table.Td className="nowrap">{formats.dateTime(load.closedAt)}</Table.Td>
              <Table.Td>
                <Tag tone={standingTone[standingOf(load)]}>
                  {t(`loads.verdict.${standingOf(load)}`, { missing: load.missing, surplus: load.surplus })}
                </Tag>
              </Table.Td>
              <Table.Td ta="right">
                {formats.number(load.loaded)} / {formats.number(load.parcels)}
              </Table.Td>
              <Table.Td ta="right">{formats.number(load.missing)}</Table.Td>
              <Table.Td>{load.closedBy ?? "–"}</Table.Td>
              <Table.Td>{load.reason ?? "–"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
