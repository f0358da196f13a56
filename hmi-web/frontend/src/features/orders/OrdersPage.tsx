import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext } from "react-router";
import { useList } from "../../api/list";
import type { OrderRow, OrderStatus, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Tag, type Tone } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { ordersPath, useOrders } from "./api/orders";
import { MilestoneBar } from "./Milestones";
import { milestones } from "./milestones";

const statuses: OrderStatus[] = ["open", "backOrdered", "cancelled", "done"];

export const statusTone: Record<OrderStatus, Tone> = {
  open: "calm",
  backOrdered: "attention",
  cancelled: "calm",
  done: "done",
};

export function OrdersPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const list = useList("enteredAt,desc");
  const orders = useOrders(list.query);
  const columns: Column<OrderRow>[] = [
    {
      key: "id",
      header: t("orders.id"),
      sort: "id",
      cell: (row) => (
        <Link to={`/orders/${row.id}`}>
          <code>{row.id}</code>
        </Link>
      ),
    },
    { key: "customer", header: t("orders.customer"), sort: "customerName", cell: (row) => row.customerName },
    { key: "lines", header: t("orders.lines"), sort: "lines", number: true, cell: (row) => formats.number(row.lines) },
    { key: "units", header: t("orders.units"), sort: "units", number: true, cell: (row) => formats.number(row.units) },
    {
      key: "milestone",
      header: t("orders.milestoneHead"),
      sort: "milestone",
      cell: (row) => <MilestoneBar current={row.milestone} />,
    },
    {
      key: "status",
      header: t("orders.statusHead"),
      sort: "status",
      cell: (row) => <Tag tone={statusTone[row.status]}>{t(`orders.status.${row.status}`)}</Tag>,
    },
    {
      key: "requestedFor",
      header: t("orders.requestedFor"),
      sort: "requestedFor",
      cell: (row) => formats.date(row.requestedFor),
    },
    { key: "enteredAt", header: t("orders.enteredAt"), sort: "enteredAt", cell: (row) => formats.dateTime(row.enteredAt) },
  ];
  return (
    <>
      <Title title={t("orders.title")}>
        {mayDo(session, "supervisor") ? (
          <Button component={Link} to="/orders/new" h={44} leftSection={<IconPlus size={18} aria-hidden />}>
            {t("orders.enter")}
          </Button>
        ) : null}
      </Title>
      <DataList
        what={t("orders.what")}
        list={list}
        rows={orders}
        columns={columns}
        rowKey={(row) => row.id}
        path={ordersPath}
        minWidth={980}
        filters={
          <>
            <Pick
              list={list}
              name="milestone"
              label={t("orders.milestoneHead")}
              options={milestones.map((value) => ({ value, label: t(`orders.milestone.${value}`) }))}
            />
            <Pick
              list={list}
              name="status"
              label={t("orders.statusHead")}
              options={statuses.map((value) => ({ value, label: t(`orders.status.${value}`) }))}
            />
          </>
        }
      />
    </>
  );
}
