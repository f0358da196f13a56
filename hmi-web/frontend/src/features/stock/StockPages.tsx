import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useList } from "../../api/list";
import type { ItemStock, LocationStock } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { valueText, word } from "../../i18n/server";
import { DataList, type Column } from "../../ui/DataList";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { byItemPath, byLocationPath, useStockByItem, useStockByLocation } from "./api/stock";
import { FreeBar } from "./FreeBar";
import classes from "./stock.module.css";

function Tabs() {
  const { t } = useTranslation();
  return (
    <nav className={classes.tabs} aria-label={t("stock.title")}>
      <NavLink to="/stock/items">{t("stock.byItem")}</NavLink>
      <NavLink to="/stock/locations">{t("stock.byLocation")}</NavLink>
    </nav>
  );
}

export function StockByItemPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useList("item,asc");
  const stock = useStockByItem(list.query);
  const columns: Column<ItemStock>[] = [
    { key: "item", header: t("stock.item"), sort: "item", cell: (row) => <code>{row.item}</code> },
    {
      key: "name",
      header: t("stock.name"),
      sort: "name",
      cell: (row) => <Link to={`/stock/locations?item=${encodeURIComponent(row.item)}`}>{row.name}</Link>,
    },
    { key: "onHand", header: t("stock.onHand"), sort: "onHand", number: true, cell: (row) => formats.number(row.onHand) },
    {
      key: "reserved",
      header: t("stock.reserved"),
      sort: "reserved",
      number: true,
      cell: (row) => formats.number(row.reserved),
    },
    { key: "free", header: t("stock.free"), sort: "free", number: true, cell: (row) => formats.number(row.free) },
    { key: "bar", header: t("stock.share"), cell: (row) => <FreeBar onHand={row.onHand} reserved={row.reserved} /> },
    { key: "units", header: t("stock.units"), sort: "units", number: true, cell: (row) => formats.number(row.units) },
    {
      key: "oldestExpiry",
      header: t("stock.oldestExpiry"),
      sort: "oldestExpiry",
      cell: (row) => formats.date(row.oldestExpiry),
    },
  ];
  return (
    <>
      <Title title={t("stock.title")}>
        <Tabs />
      </Title>
      <DataList
        what={t("stock.what")}
        list={list}
        rows={stock}
        columns={columns}
        rowKey={(row) => row.item}
        path={byItemPath}
        minWidth={900}
      />
    </>
  );
}

export function StockByLocationPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useList("location,asc");
  const stock = useStockByLocation(list.query);
  const columns: Column<LocationStock>[] = [
    { key: "location", header: t("stock.location"), sort: "location", cell: (row) => <strong>{row.location}</strong> },
    { key: "type", header: t("stock.type"), sort: "type", cell: (row) => word(t, "stock.types", row.type) },
    { key: "zone", header: t("stock.zone"), sort: "zone", cell: (row) => (row.zone ? valueText(t, row.zone) : "–") },
    {
      key: "unit",
      header: t("stock.unit"),
      sort: "unit",
      cell: (row) =>
        row.unit ? (
          <Link to={`/trace/units/${row.unit}`}>
            <code>{row.unit}</code>
          </Link>
        ) : (
          "–"
        ),
    },
    {
      key: "item",
      header: t("stock.name"),
      sort: "item",
      cell: (row) => (row.item ? `${row.itemName ?? ""} (${row.item})` : "–"),
    },
    { key: "lot", header: t("stock.lot"), cell: (row) => row.lot ?? "–" },
    { key: "expiry", header: t("stock.expiry"), sort: "expiry", cell: (row) => formats.date(row.expiry) },
    { key: "onHand", header: t("stock.onHand"), sort: "onHand", number: true, cell: (row) => formats.number(row.onHand) },
    {
      key: "reserved",
      header: t("stock.reserved"),
      sort: "reserved",
      number: true,
      cell: (row) => formats.number(row.reserved),
    },
    {
      key: "status",
      header: t("stock.statusHead"),
      cell: (row) =>
        row.status ? (
          <Tag tone={row.status.toLowerCase() === "available" ? "calm" : "attention"}>
            {word(t, "stock.status", row.status)}
          </Tag>
        ) : (
          "–"
        ),
    },
  ];
  return (
    <>
      <Title title={t("stock.title")}>
        <Tabs />
      </Title>
      <DataList
        what={t("stock.what")}
        list={list}
        rows={stock}
        columns={columns}
        rowKey={(row) => `${row.location}-${row.unit ?? ""}-${row.item ?? ""}-${row.lot ?? ""}`}
        path={byLocationPath}
        minWidth={1060}
        filters={
          list.state.filters.item ? (
            <button type="button" className={classes.filter} onClick={() => list.change({ item: undefined })}>
              {t("stock.onlyItem", { item: list.state.filters.item })} ✕
            </button>
          ) : null
        }
      />
    </>
  );
}
