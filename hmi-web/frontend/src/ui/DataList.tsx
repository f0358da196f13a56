import { Button, Table, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp, IconDownload, IconSearch, IconSelector } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { csvHref, nextSort, type List } from "../api/list";
import type { Page } from "../api/types";
import { useFormats } from "../i18n/format";
import classes from "./DataList.module.css";
import { Failed, Loading } from "./States";

export type Column<T> = {
  key: string;
  header: string;
  /** The server's name for this field when it can sort by it. */
  sort?: string;
  number?: boolean;
  cell: (row: T) => ReactNode;
};

type DataListProps<T> = {
  what: string;
  list: List;
  rows: UseQueryResult<Page<T>>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** Path of the list in the API; the same path with .csv is its export. */
  path: string;
  filters?: ReactNode;
  /** What the export needs besides what stands in the address. */
  exportFilters?: Record<string, string>;
  minWidth?: number;
  empty?: string;
};

/** A list that the server sorts, filters and cuts into pages. */
export function DataList<T>(props: DataListProps<T>) {
  const { what, list, rows, columns, rowKey, path, filters, exportFilters, minWidth, empty } = props;
  const { t } = useTranslation();
  const exported = { ...list.state, filters: { ...list.state.filters, ...exportFilters } };
  return (
    <section className={classes.list} aria-label={what}>
      <div className={classes.tools}>
        <Search list={list} />
        {filters}
        <Button
          component="a"
          href={csvHref(path, exported)}
          download
          variant="default"
          h={44}
          ml="auto"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("ui.csv")}
        </Button>
      </div>
      {rows.isPending ? (
        <Loading what={what} />
      ) : rows.isError ? (
        <Failed what={what} error={rows.error} onRetry={rows.refetch} />
      ) : (
        <>
          <Table.ScrollContainer minWidth={minWidth ?? 700} className={classes.scroll ?? ""}>
            <Table stickyHeader highlightOnHover className={classes.table ?? ""}>
              <Table.Thead>
                <Table.Tr>
                  {columns.map((column) => (
                    <Header key={column.key} column={column} list={list} />
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.data.items.map((row) => (
                  <Table.Tr key={rowKey(row)}>
                    {columns.map((column) => (
                      <Table.Td key={column.key} data-number={column.number}>
                        {column.cell(row)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {rows.data.items.length === 0 ? <p className={classes.empty}>{empty ?? t("ui.nothing")}</p> : null}
          </Table.ScrollContainer>
          <Pager list={list} total={rows.data.total} />
        </>
      )}
    </section>
  );
}

function Search({ list }: { list: List }) {
  const { t } = useTranslation();
  const [text, setText] = useState(list.state.q);
  const search = useDebouncedCallback((q: string) => list.change({ q }), 300);
  return (
    <TextInput
      size="md"
      w={220}
      aria-label={t("ui.search")}
      placeholder={t("ui.search")}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}

function Header<T>({ column, list }: { column: Column<T>; list: List }) {
  const { t } = useTranslation();
  const field = column.sort;
  if (field === undefined) return <Table.Th data-number={column.number}>{column.header}</Table.Th>;
  const [sorted, direction] = (list.state.sort ?? "").split(",");
  const active = sorted === field;
  const Glyph = !active ? IconSelector : direction === "desc" ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      data-number={column.number}
      aria-sort={active ? (direction === "desc" ? "descending" : "ascending") : "none"}
    >
      <UnstyledButton
        className={classes.sort ?? ""}
        aria-label={t("ui.sortBy", { column: column.header })}
        onClick={() => list.change({ sort: nextSort(list.state.sort, field) })}
      >
        {column.header} <Glyph size={15} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

function Pager({ list, total }: { list: List; total: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const pages = Math.max(1, Math.ceil(total / list.state.size));
  const { page } = list.state;
  return (
    <div className={classes.pager}>
      <span>{t("ui.rows", { total: formats.number(total) })}</span>
      {pages > 1 ? (
        <>
          <Button variant="default" h={44} disabled={page === 0} onClick={() => list.change({ page: page - 1 })}>
            {t("ui.previous")}
          </Button>
          <span>{t("ui.page", { page: page + 1, pages })}</span>
          <Button variant="default" h={44} disabled={page + 1 >= pages} onClick={() => list.change({ page: page + 1 })}>
            {t("ui.next")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
