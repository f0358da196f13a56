import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "../../api/list";
import type { WarehouseException } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { DataList, type Column } from "../../ui/DataList";
import { FactList } from "../../ui/FactList";
import { Title } from "../../ui/Title";
import { exceptionsPath, useExceptions } from "./api/exceptions";

const sscc = /^\d{18}$/;

export function ExceptionsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useList("at,desc");
  const exceptions = useExceptions(list.query);
  const columns: Column<WarehouseException>[] = [
    { key: "at", header: t("exceptions.at"), sort: "at", cell: (row) => formats.dateTime(row.at) },
    {
      key: "kind",
      header: t("exceptions.kind"),
      sort: "kind",
      cell: (row) => <strong>{word(t, "exceptions.kinds", row.kind)}</strong>,
    },
    { key: "place", header: t("exceptions.place"), sort: "place", cell: (row) => row.place ?? "–" },
    {
      key: "subject",
      header: t("exceptions.subject"),
      sort: "subject",
      cell: (row) =>
        sscc.test(row.subject) ? (
          <Link to={`/trace/units/${row.subject}`}>
            <code>{row.subject}</code>
          </Link>
        ) : (
          <code>{row.subject}</code>
        ),
    },
    { key: "facts", header: t("exceptions.facts"), cell: (row) => <FactList facts={row.facts} /> },
  ];
  return (
    <>
      <Title title={t("exceptions.title")} />
      <DataList
        what={t("exceptions.what")}
        list={list}
        rows={exceptions}
        columns={columns}
        rowKey={(row) => row.id}
        path={exceptionsPath}
        empty={t("exceptions.none")}
      />
    </>
  );
}
