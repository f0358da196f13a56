import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Trace } from "../../api/types";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useOrderTrace, useUnitTrace } from "./api/trace";
import { Timeline } from "./Timeline";

export function UnitTracePage() {
  const { t } = useTranslation();
  const { sscc = "" } = useParams();
  return <Life title={t("trace.unit", { id: sscc })} trace={useUnitTrace(sscc)} />;
}

export function OrderTracePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  return (
    <Life
      title={t("trace.order", { id })}
      trace={useOrderTrace(id)}
      link={<Link to={`/orders/${id}`}>{t("trace.toOrder")}</Link>}
    />
  );
}

type LifeProps = { title: string; trace: UseQueryResult<Trace>; link?: React.ReactNode };

function Life({ title, trace, link }: LifeProps) {
  const { t } = useTranslation();
  return (
    <>
      <Title title={title} back="/trace">
        {link}
      </Title>
      {trace.isPending ? (
        <Loading what={title} />
      ) : trace.isError ? (
        <Failed what={title} error={trace.error} onRetry={trace.refetch} />
      ) : trace.data.entries.length === 0 ? (
        <p>{t("trace.nothing")}</p>
      ) : (
        <Timeline subject={trace.data.subject} entries={trace.data.entries} />
      )}
    </>
  );
}
