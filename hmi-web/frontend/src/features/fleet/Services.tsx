import { Button, Select, Table, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VehicleServices } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { mistakeAt, word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { useAskService, useVehicleServices } from "./api/vehicles";
import classes from "./fleet.module.css";

type Offered = VehicleServices["offered"][number];

/** What one vehicle can be asked for outside its orders, and what it said to that. */
export function Services({ id }: { id: string }) {
  const { t } = useTranslation();
  const services = useVehicleServices(id);
  const [open, setOpen] = useState(false);
  if (services.isPending) return <Loading what={t("fleet.services.title")} />;
  if (services.isError)
    return <Failed what={t("fleet.services.title")} error={services.error} onRetry={services.refetch} />;
  const { offered, asked } = services.data;
  return (
    <section className="card pad">
      <div className={classes.heading}>
        <h2>{t("fleet.services.title")}</h2>
        <Button variant="default" h={40} disabled={offered.length === 0} onClick={() => setOpen(true)}>
          {t("fleet.services.ask")}
        </Button>
      </div>
      {asked.length === 0 ? <p>{t("fleet.services.none")}</p> : <AskedTable asked={asked} />}
      {open ? <AskForm id={id} offered={offered} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function AskedTable({ asked }: { asked: VehicleServices["asked"] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table aria-label={t("fleet.services.title")} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {["at", "action", "by", "status", "result"].map((head) => (
            <Table.Th key={head}>{t(`fleet.services.${head}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {asked.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td className="nowrap">{formats.dateTime(one.at)}</Table.Td>
            <Table.Td>
              {word(t, "fleet.can.act", one.type)} <code>{one.type}</code>
            </Table.Td>
            <Table.Td>{one.by}</Table.Td>
            <Table.Td>
              <Tag tone={toneOf(one.status)}>{word(t, "fleet.services.statuses", one.status)}</Tag>
            </Table.Td>
            <Table.Td className={classes.raw}>{one.result ?? "–"}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function toneOf(status: string) {
  if (status === "failed") return "wrong";
  return status === "finished" ? "done" : "info";
}

function AskForm({ id, offered, onClose }: { id: string; offered: Offered[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [type, setType] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const command = useAskService(onClose);
  const action = offered.find((one) => one.type === type);
  const mistake = (field: string) => mistakeAt(t, command.error?.problem, field);
  const missing = action?.parameters.some((one) => one.required && !values[one.key]?.trim()) ?? true;
  return (
    <Confirm
      open
      title={t("fleet.services.askTitle", { id })}
      consequence={type ? word(t, "fleet.services.means", type) : t("fleet.services.choose")}
      verb={t("fleet.services.ask")}
      sending={command.sending}
      error={command.error}
      disabled={missing}
      onConfirm={() => {
        if (type) command.send({ id, type, parameters: values });
      }}
      onClose={onClose}
    >
      <Select
        label={t("fleet.services.action")}
        size="md"
        error={mistake("type")}
        data={offered.map((one) => ({ value: one.type, label: `${word(t, "fleet.can.act", one.type)} (${one.type})` }))}
        value={type}
        onChange={(next) => {
          command.clear();
          setType(next);
          setValues({});
        }}
      />
      {action?.parameters.map((one) => (
        <TextInput
          key={one.key}
          label={word(t, "fleet.services.parameters", one.key)}
          description={one.key}
          required={one.required}
          placeholder={one.link ? "https://" : ""}
          size="md"
          error={mistake(`parameters.${one.key}`)}
          value={values[one.key] ?? ""}
          onChange={(event) => setValues({ ...values, [one.key]: event.currentTarget.value })}
        />
      ))}
    </Confirm>
  );
}
