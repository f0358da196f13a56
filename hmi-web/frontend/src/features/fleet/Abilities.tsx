import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VehicleAbilities } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { useVehicleAbilities } from "./api/vehicles";
import classes from "./fleet.module.css";

/** What one vehicle can and cannot do, and how it is spoken to. */
export function Abilities({ id }: { id: string }) {
  const { t } = useTranslation();
  const abilities = useVehicleAbilities(id);
  if (abilities.isPending) return <Loading what={t("fleet.can.what")} />;
  if (abilities.isError)
    return <Failed what={t("fleet.can.what")} error={abilities.error} onRetry={abilities.refetch} />;
  const can = abilities.data;
  return (
    <section className="card pad">
      <h2>{t("fleet.can.title")}</h2>
      <Speech can={can} />
      <Uses can={can} />
      <Limits can={can} />
      <Actions can={can} />
      <DialectWords can={can} />
    </section>
  );
}

function Speech({ can }: { can: VehicleAbilities }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const type = [
    can.series,
    can.vehicleClass && word(t, "fleet.can.classes", can.vehicleClass),
    can.kinematics && word(t, "fleet.can.drives", can.kinematics),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t("fleet.can.speaks")}</dt>
        <dd>
          <strong>VDA 5050 {can.version}</strong> {word(t, "fleet.can.from", can.versionFrom)}
          {can.contradicts ? (
            <div>
              <Tag tone="attention">{t("fleet.can.contradicts", { said: can.saidVersion ?? "" })}</Tag>
            </div>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{t("fleet.can.factsheet")}</dt>
        <dd>{can.factsheetAt ? formats.dateTime(can.factsheetAt) : t("fleet.can.noFactsheet")}</dd>
      </div>
      <div>
        <dt>{t("fleet.can.made")}</dt>
        <dd>{type || "–"}</dd>
      </div>
    </dl>
  );
}

function Uses({ can }: { can: VehicleAbilities }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t("fleet.can.uses")}</h3>
      <ul aria-label={t("fleet.can.uses")}>
        {can.abilities.map((one) => (
          <li key={one.key}>
            {word(t, "fleet.can.abilities", one.key)}:{" "}
            <strong>{t(one.able ? "fleet.can.yes" : "fleet.can.no")}</strong>
            {one.missing.length > 0 ? ` (${t("fleet.can.missing", { actions: one.missing.join(", ") })})` : ""}
            {one.able ? "" : ` ${word(t, "fleet.can.without", one.key)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Limits({ can }: { can: VehicleAbilities }) {
  const { t } = useTranslation();
  const source = (fromSite: boolean) => t(fromSite ? "fleet.can.fromSite" : "fleet.can.fromVehicle");
  return (
    <Rows title={t("fleet.can.limits")}>
      {can.limits.map((limit) => (
        <Table.Tr key={limit.key}>
          <Table.Td>{word(t, "fleet.can.limit", limit.key)}</Table.Td>
          <Table.Td className="nowrap">
            {limit.value} {limit.unit}
          </Table.Td>
          <Table.Td>{source(limit.fromSite)}</Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function Actions({ can }: { can: VehicleAbilities }) {
  const { t } = useTranslation();
  if (can.actions.length === 0)
    return (
      <>
        <h3>{t("fleet.can.actions")}</h3>
        <p>{t("fleet.can.noActions")}</p>
      </>
    );
  return (
    <Rows
      title={t("fleet.can.actions")}
      heads={[t("fleet.can.action"), t("fleet.can.scopes"), t("fleet.can.blocking")]}
    >
      {can.actions.map((action) => (
        <Table.Tr key={action.type}>
          <Table.Td>
            {t(`fleet.can.act.${action.type}`, { defaultValue: "" })} <code>{action.type}</code>
          </Table.Td>
          <Table.Td>{action.scopes.map((one) => word(t, "fleet.can.scope", one)).join(", ") || "–"}</Table.Td>
          <Table.Td>{action.blocking.map((one) => word(t, "fleet.can.blocks", one)).join(", ") || "–"}</Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function DialectWords({ can }: { can: VehicleAbilities }) {
  const { t } = useTranslation();
  return (
    <Rows title={t("fleet.can.dialect")}>
      {can.dialect.map((one) => (
        <Table.Tr key={one.key}>
          <Table.Td>{word(t, "fleet.can.dialects", one.key)}</Table.Td>
          <Table.Td>{word(t, "fleet.can.words", one.value)}</Table.Td>
          <Table.Td>{word(t, "fleet.can.froms", one.from)}</Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function Rows({ title, heads, children }: { title: string; heads?: string[]; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <Table aria-label={title} verticalSpacing="xs" withRowBorders={false}>
        {heads ? (
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        ) : null}
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </>
  );
}
