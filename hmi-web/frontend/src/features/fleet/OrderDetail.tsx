import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { VehicleOrderStep } from "../../api/types";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag, type Tone } from "../../ui/Tag";
import { useVehicleOrder } from "./api/vehicles";
import classes from "./fleet.module.css";

/** The vehicle's order node by node, with how far it has come. */
export function OrderDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const order = useVehicleOrder(id);
  const what = t("fleet.orderDetail.title");
  if (order.isPending) return <Loading what={what} />;
  if (order.isError) return <Failed what={what} error={order.error} onRetry={order.refetch} />;
  const { orderId, updateId, confirmed, steps } = order.data;
  return (
    <section className="card pad" aria-label={what}>
      <div className={classes.sectionHead}>
        <h2>{what}</h2>
        {orderId ? (
          <span>
            <code>{orderId}</code> {t("fleet.orderDetail.update", { number: updateId })}{" "}
            <Tag tone={confirmed ? "done" : "attention"}>
              {t(confirmed ? "fleet.orderDetail.confirmed" : "fleet.orderDetail.unconfirmed")}
            </Tag>
          </span>
        ) : null}
      </div>
      {orderId ? (
        // Scrolls, so it must be reachable by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={what}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                {["sequence", "what", "id", "progress", "actions"].map((head) => (
                  <Table.Th key={head}>{t(`fleet.orderDetail.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.map((step) => (
                <Step key={step.sequence} step={step} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : (
        <p>{t("fleet.orderDetail.none")}</p>
      )}
    </section>
  );
}

function toneOf(status: string | null | undefined): Tone {
  if (status === "failed") return "wrong";
  return status === "finished" ? "done" : "calm";
}

function Step({ step }: { step: VehicleOrderStep }) {
  const { t } = useTranslation();
  const limit = typeof step.maxSpeedMps === "number" ? ` · ${step.maxSpeedMps.toFixed(1)} m/s` : "";
  return (
    <Table.Tr data-progress={step.progress} className={classes.step}>
      <Table.Td>{step.sequence}</Table.Td>
      <Table.Td>{t(step.edge ? "fleet.orderDetail.edge" : "fleet.orderDetail.node")}</Table.Td>
      <Table.Td className="nowrap">
        {step.id}
        {limit}
      </Table.Td>
      <Table.Td>{t(`fleet.orderDetail.steps.${step.progress}`)}</Table.Td>
      <Table.Td>
        {step.actions.length === 0
          ? "–"
          : step.actions.map((action) => (
              <div key={action.id}>
                {word(t, "fleet.orderDetail.types", action.type)} <code>{action.id}</code>{" "}
                <Tag tone={toneOf(action.status)}>
                  {word(t, "fleet.orderDetail.status", action.status ?? "unsaid")}
                </Tag>{" "}
                {action.result ? (
                  <span lang="en" className={classes.raw}>
                    {action.result}
                  </span>
                ) : null}
              </div>
            ))}
      </Table.Td>
    </Table.Tr>
  );
}
