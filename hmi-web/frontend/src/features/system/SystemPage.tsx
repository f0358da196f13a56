import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { Session, Summary } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { useSummary } from "./api/summary";
import { ImportForm } from "./ImportForm";
import classes from "./system.module.css";

const counts = ["received", "stored", "picked", "shipped", "transports"] as const;

export function SystemPage() {
  const { t } = useTranslation();
  const summary = useSummary();
  const session = useOutletContext<Session>();
  return (
    <>
      <Title title={t("system.title")} />
      {summary.isPending ? (
        <Loading what={t("system.what")} />
      ) : summary.isError ? (
        <Failed what={t("system.what")} error={summary.error} onRetry={summary.refetch} />
      ) : (
        <SummaryView summary={summary.data} />
      )}
      {mayDo(session, "administrator") ? <ImportForm /> : null}
    </>
  );
}

function SummaryView({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const broken = summary.invariants.filter((one) => !one.held).length;
  return (
    <div className={classes.stack}>
      <ol className={classes.flow}>
        {counts.map((name) => (
          <li key={name}>
            <strong>{formats.number(summary[name])}</strong>
            <span>{t(`system.${name}`)}</span>
          </li>
        ))}
      </ol>
      <p>
        {t("system.uptime", { uptime: formats.age(summary.uptimeS * 1000) })} · {t("system.speed", { speed: summary.speed })}{" "}
        · {t(summary.simulated ? "system.simulated" : "system.real")} · {t("system.operators")}:{" "}
        {word(t, "system.operatorsAre", summary.operators)}
      </p>
      <section className="card">
        <h2 className={classes.head}>
          {t("system.invariants")}{" "}
          {broken === 0 ? (
            <Tag tone="done">{t("system.allHeld")}</Tag>
          ) : (
            <Tag tone="wrong">{t("system.broken", { count: broken })}</Tag>
          )}
        </h2>
        <Table aria-label={t("system.invariants")}>
          <Table.Tbody>
            {summary.invariants.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td w={110}>
                  <Tag tone={one.held ? "done" : "wrong"}>{t(one.held ? "system.held" : "system.notHeld")}</Tag>
                </Table.Td>
                <Table.Td w={70}>
                  <code>{one.id}</code>
                </Table.Td>
                <Table.Td>{t(`invariant.${one.id}`, { defaultValue: one.name })}</Table.Td>
                <Table.Td>{one.held ? "" : one.detail}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {summary.invariants.length === 0 ? <p className={classes.head}>{t("system.notChecked")}</p> : null}
      </section>
    </div>
  );
}
