import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "../../api/list";
import { useFormats } from "../../i18n/format";
import { DataList, type Column } from "../../ui/DataList";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useWrittenTags, type EncodedTag } from "./api/encoding";
import { detailText } from "./details";

/** Every tag that was written: who, when, what, into which chip. */
export function WrittenTagsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useList("at,desc");
  const rows = useWrittenTags(list.query);
  const columns: Column<EncodedTag>[] = [
    { key: "at", header: t("encoding.time"), sort: "at", cell: (row) => formats.dateTime(row.at) },
    {
      key: "carries",
      header: t("encoding.carries"),
      sort: "epc",
      cell: (row) =>
        row.scheme === "SSCC" ? <Link to={`/trace/units/${row.key}`}>{row.readable}</Link> : row.readable,
    },
    { key: "tid", header: t("encoding.tid"), sort: "tid", cell: (row) => <code>{row.tid}</code> },
    {
      key: "state",
      header: t("encoding.verified"),
      cell: (row) => (
        <>
          <Tag tone={row.verified ? "done" : "wrong"}>{t("encoding.verified")}</Tag>{" "}
          {row.locked ? t("encoding.locked") : t("encoding.unlocked")}
        </>
      ),
    },
    { key: "by", header: t("encoding.by"), sort: "by", cell: (row) => row.by },
    { key: "reader", header: t("encoding.reader"), sort: "reader", cell: (row) => `${row.reader} / ${row.antenna}` },
    { key: "note", header: t("encoding.note"), cell: (row) => row.notes.map((one) => detailText(t, one)).join(" ") },
  ];
  return (
    <>
      <Title title={t("encoding.record")} back="/station" />
      <DataList
        what={t("encoding.recordOf")}
        list={list}
        rows={rows}
        columns={columns}
        rowKey={(row) => String(row.id)}
        path="/api/v1/encodings"
        minWidth={1000}
      />
    </>
  );
}
