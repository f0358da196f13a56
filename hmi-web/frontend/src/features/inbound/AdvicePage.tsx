import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Advice } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { ArrivalForm } from "./ArrivalForm";
import { adviceTone } from "./AdvicesPage";
import { useAdvice } from "./api/advices";

export function AdvicePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const advice = useAdvice(id);
  const what = t("inbound.one", { id });
  if (advice.isPending) return <Loading what={what} />;
  if (advice.isError) return <Failed what={what} error={advice.error} onRetry={advice.refetch} />;
  return <AdviceView advice={advice.data} />;
}

function AdviceView({ advice }: { advice: Advice }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const different = new Map(advice.differences.map((one) => [one.sscc, one.kind]));
  return (
    <>
      <Title title={t("inbound.one", { id: advice.id })} back="/inbound">
        <Tag tone={adviceTone[advice.state]}>{t(`inbound.state.${advice.state}`)}</Tag>
      </Title>
      <p>
        {advice.supplierName} · {t("inbound.dock")} {advice.dock ?? "–"} ·{" "}
        {t("inbound.count", { received: advice.received, pallets: advice.pallets })}
      </p>
      {advice.state === "announced" ? <ArrivalForm advice={advice.id} /> : null}
      {advice.differences.length > 0 ? (
        <p>
          <Tag tone="attention">{t("inbound.differences", { count: advice.differences.length })}</Tag>
        </p>
      ) : null}
      <Table.ScrollContainer minWidth={760} className="card">
        <Table aria-label={t("inbound.pallets")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>SSCC</Table.Th>
              <Table.Th>{t("inbound.item")}</Table.Th>
              <Table.Th>{t("inbound.lot")}</Table.Th>
              <Table.Th>{t("inbound.expiry")}</Table.Th>
              <Table.Th ta="right">{t("inbound.quantity")}</Table.Th>
              <Table.Th>{t("inbound.stateHead")}</Table.Th>
              <Table.Th>{t("inbound.receivedAt")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {advice.palletsDetail.map((pallet) => (
              <Table.Tr key={pallet.sscc}>
                <Table.Td>
                  <Link to={`/trace/units/${pallet.sscc}`}>
                    <code>{pallet.sscc}</code>
                  </Link>
                </Table.Td>
                <Table.Td>
                  {pallet.name} <code>{pallet.item}</code>
                </Table.Td>
                <Table.Td>{pallet.lot ?? "–"}</Table.Td>
                <Table.Td>{formats.date(pallet.expiry)}</Table.Td>
                <Table.Td ta="right">{formats.number(pallet.quantity)}</Table.Td>
                <Table.Td>
                  <Tag tone={different.has(pallet.sscc) ? "attention" : pallet.receivedAt ? "done" : "calm"}>
                    {word(t, "unitState", different.get(pallet.sscc) ?? pallet.state)}
                  </Tag>
                </Table.Td>
                <Table.Td>{formats.dateTime(pallet.receivedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
