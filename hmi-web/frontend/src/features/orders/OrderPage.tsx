import { Button, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext, useParams } from "react-router";
import type { Order, OrderLine, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading, Refused } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { useAdvance, useOrder, useOrderAct } from "./api/orders";
import { Milestones } from "./Milestones";
import { canCancel, canConfirm, nextToReport } from "./milestones";
import classes from "./orders.module.css";
import { statusTone } from "./OrdersPage";

export function OrderPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const order = useOrder(id);
  const what = t("orders.one", { id });
  if (order.isPending) return <Loading what={what} />;
  if (order.isError) return <Failed what={what} error={order.error} onRetry={order.refetch} />;
  return <OrderView order={order.data} />;
}

function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const formats = useFormats();
  return (
    <>
      <Title title={t("orders.one", { id: order.id })} back="/orders">
        {mayDo(session, "supervisor") ? <OrderCommands order={order} /> : null}
      </Title>
      <div className={classes.stack}>
        <section className="card pad">
          <Milestones known={order.milestones} cancelled={order.status === "cancelled"} />
        </section>
        <dl className={`card pad ${classes.facts ?? ""}`}>
          <div>
            <dt>{t("orders.customer")}</dt>
            <dd>{order.customerName}</dd>
          </div>
          <div>
            <dt>{t("orders.statusHead")}</dt>
            <dd>
              <Tag tone={statusTone[order.status]}>{t(`orders.status.${order.status}`)}</Tag>
            </dd>
          </div>
          <div>
            <dt>{t("orders.requestedFor")}</dt>
            <dd>{formats.date(order.requestedFor)}</dd>
          </div>
          <div>
            <dt>{t("orders.externalRef")}</dt>
            <dd>{order.externalRef ?? "–"}</dd>
          </div>
          <div>
            <dt>{t("orders.trace")}</dt>
            <dd>
              <Link to={`/trace/orders/${order.id}`}>{t("orders.showTrace")}</Link>
            </dd>
          </div>
        </dl>
        <Lines lines={order.linesDetail} />
        <Parcels order={order} />
      </div>
    </>
  );
}

function OrderCommands({ order }: { order: Order }) {
  const { t } = useTranslation();
  const [cancelling, setCancelling] = useState(false);
  const act = useOrderAct(order.id, () => setCancelling(false));
  const advance = useAdvance(order.id, () => undefined);
  const next = nextToReport(order);
  return (
    <>
      {canCancel(order) ? (
        <Button variant="default" h={44} onClick={() => setCancelling(true)}>
          {t("orders.cancel")}
        </Button>
      ) : null}
      {canConfirm(order) ? (
        <Button h={44} disabled={act.sending} onClick={() => act.send("confirm")}>
          {act.sending ? t("ui.sending") : t("orders.confirm")}
        </Button>
      ) : null}
      {next === null ? null : (
        <Button h={44} disabled={advance.sending} onClick={() => advance.send(next)}>
          {advance.sending ? t("ui.sending") : t(`orders.report.${next}`)}
        </Button>
      )}
      {cancelling ? null : <Refused error={act.error ?? advance.error} />}
      <Confirm
        open={cancelling}
        title={t("orders.cancelTitle", { id: order.id })}
        consequence={t("orders.cancelMeans")}
        verb={t("orders.cancel")}
        sending={act.sending}
        error={act.error}
        onConfirm={() => act.send("cancel")}
        onClose={() => setCancelling(false)}
      />
    </>
  );
}

function Lines({ lines }: { lines: OrderLine[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const heads = ["ordered", "allocated", "picked", "shipped"] as const;
  return (
    <section className="card" aria-label={t("orders.linesHead")}>
      <h2 className={classes.head}>{t("orders.linesHead")}</h2>
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>#</Table.Th>
              <Table.Th>{t("orders.item")}</Table.Th>
              {heads.map((head) => (
                <Table.Th key={head} ta="right">
                  {t(`orders.${head}`)}
                </Table.Th>
              ))}
              <Table.Th>{t("orders.shortage")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.no}>
                <Table.Td>{line.no}</Table.Td>
                <Table.Td>
                  {line.name} <code>{line.item}</code>
                </Table.Td>
                {heads.map((head) => (
                  <Table.Td key={head} ta="right">
                    {formats.number(line[head])}
                  </Table.Td>
                ))}
                <Table.Td>
                  <Shortage line={line} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

/** Why a line is short: what is wanted, what is free, and who holds the rest. */
function Shortage({ line }: { line: OrderLine }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!line.shortage) return "–";
  const { free, wanted, heldBy } = line.shortage;
  return (
    <div>
      <Tag tone="attention">{t("orders.short", { wanted: formats.number(wanted), free: formats.number(free) })}</Tag>
      {heldBy.length > 0 ? (
        <div className={classes.held}>
          {t("orders.heldBy")}{" "}
          {heldBy.map((holder, index) => (
            <span key={holder.ref}>
              {index > 0 ? " · " : ""}
              {holder.ref.startsWith("SO-") ? (
                <Link to={`/orders/${holder.ref.split(/[/:#]/)[0] ?? holder.ref}`}>{holder.ref}</Link>
              ) : (
                holder.ref
              )}{" "}
              ({formats.number(holder.quantity)})
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Parcels({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t("orders.parcels")}>
      <h2 className={classes.head}>{t("orders.parcels")}</h2>
      {order.parcels.length === 0 ? (
        <p className={classes.none}>{t("orders.noParcels")}</p>
      ) : (
        <ul className={classes.parcels}>
          {order.parcels.map((parcel) => (
            <li key={parcel.sscc}>
              {parcel.labelId ? (
                <a href={`/api/v1/labels/${parcel.sscc}.png`} target="_blank" rel="noreferrer">
                  <img
                    src={`/api/v1/labels/${parcel.sscc}.png`}
                    alt={t("orders.labelOf", { sscc: parcel.sscc })}
                    loading="lazy"
                  />
                </a>
              ) : null}
              <div>
                <Link to={`/trace/units/${parcel.sscc}`}>
                  <code>{parcel.sscc}</code>
                </Link>
                <div>
                  <Tag>{word(t, "unitState", parcel.state)}</Tag> {parcel.place ?? ""}
                </div>
                {parcel.labelId ? <a href={`/api/v1/labels/${parcel.sscc}.zpl`}>{t("orders.zpl")}</a> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
