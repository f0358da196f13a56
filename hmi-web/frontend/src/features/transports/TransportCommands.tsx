import { Button, Checkbox, Menu, NumberInput, Radio, Select, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Transport, TransportFound } from "../../api/types";
import { mistakeAt } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { useVehicles } from "../fleet/api/vehicles";
import { useFloor } from "../floor/api/floor";
import { useTransportAct } from "./api/transports";
import { actsFor, changeOf, emptyForm, type Act, type Form } from "./change";

const fields = ["why", "to", "at", "priority", "deadline", "after", "vehicle"];
const founds: TransportFound[] = ["DELIVERED", "STANDS_AT", "ON_VEHICLE"];

/** What a transport can be told, each with its consequence in words before it is sent. */
export function TransportCommands({ row }: { row: Transport }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act | null>(null);
  const [form, setForm] = useState<Form>(() => emptyForm(row));
  const command = useTransportAct(() => setAsked(null));
  const acts = actsFor(row);
  if (acts.length === 0 && asked === null) return null;
  const act = asked ?? "hold";
  const change = changeOf(act, row.id, form);
  const mistake = (field: string) => mistakeAt(t, command.error?.problem, field);
  const atField = fields.some((field) => mistake(field) !== null);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" h={40} rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t("transports.change")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((one) => (
            <Menu.Item
              key={one}
              onClick={() => {
                setForm(emptyForm(row));
                setAsked(one);
              }}
            >
              {t(`transports.acts.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        open={asked !== null}
        title={t(`transports.actTitle.${act}`, { id: row.id })}
        consequence={t(`transports.actMeans.${act}`)}
        verb={t(`transports.acts.${act}`)}
        sending={command.sending}
        error={atField ? null : command.error}
        disabled={change === null}
        onConfirm={() => {
          if (change) command.send(change);
        }}
        onClose={() => {
          command.clear();
          setAsked(null);
        }}
      >
        {asked === null ? null : (
          <Fields
            act={asked}
            form={form}
            mistake={mistake}
            onChange={(part) => {
              command.clear();
              setForm((before) => ({ ...before, ...part }));
            }}
          />
        )}
      </Confirm>
    </>
  );
}

type FieldsProps = {
  act: Act;
  form: Form;
  mistake: (field: string) => string | null;
  onChange: (part: Partial<Form>) => void;
};

function Fields({ act, form, mistake, onChange }: FieldsProps) {
  const { t } = useTranslation();
  switch (act) {
    case "reroute":
      return <Node label={t("transports.to")} node={form.to} mistake={mistake("to")} onNode={(to) => onChange({ to })} />;
    case "accept":
      return (
        <TextInput
          size="md"
          maxLength={200}
          label={t("transports.acceptWhy")}
          value={form.why}
          error={mistake("why")}
          onChange={(event) => onChange({ why: event.currentTarget.value })}
        />
      );
    case "priority":
      return (
        <NumberInput
          label={t("transports.priority")}
          description={t("transports.priorityMeans")}
          size="md"
          min={0}
          max={1000}
          allowDecimal={false}
          value={form.priority ?? ""}
          error={mistake("priority")}
          onChange={(value) => onChange({ priority: typeof value === "number" ? value : null })}
        />
      );
    case "close":
      return (
        <>
          <Radio.Group
            label={t("transports.found")}
            value={form.found}
            onChange={(value) => onChange({ found: value })}
          >
            {founds.map((one) => (
              <Radio key={one} value={one} size="md" py={6} label={t(`transports.founds.${one}`)} />
            ))}
          </Radio.Group>
          {form.found === null || form.found === "ON_VEHICLE" ? null : (
            <Node label={t("transports.at")} node={form.at} mistake={mistake("at")} onNode={(at) => onChange({ at })} />
          )}
        </>
      );
    case "terms":
      return <TermsFields form={form} mistake={mistake} onChange={onChange} />;
    default:
      return null;
  }
}

function TermsFields({ form, mistake, onChange }: Omit<FieldsProps, "act">) {
  const { t } = useTranslation();
  const vehicles = useVehicles();
  return (
    <>
      <TextInput
        type="datetime-local"
        size="md"
        label={t("transports.notBefore")}
        value={form.notBefore}
        onChange={(event) => onChange({ notBefore: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        size="md"
        label={t("transports.deadline")}
        value={form.deadline}
        error={mistake("deadline")}
        onChange={(event) => onChange({ deadline: event.currentTarget.value })}
      />
      <TextInput
        size="md"
        label={t("transports.after")}
        description={t("transports.afterMeans")}
        value={form.after}
        error={mistake("after")}
        onChange={(event) => onChange({ after: event.currentTarget.value })}
      />
      <Checkbox
        size="md"
        label={t("transports.sameVehicle")}
        checked={form.sameVehicle}
        onChange={(event) => onChange({ sameVehicle: event.currentTarget.checked })}
      />
      <Select
        size="md"
        clearable
        label={t("transports.onlyVehicle")}
        data={(vehicles.data ?? []).map((one) => one.id)}
        value={form.vehicle}
        error={mistake("vehicle")}
        onChange={(vehicle) => onChange({ vehicle })}
      />
      <TextInput
        size="md"
        maxLength={64}
        label={t("transports.loadType")}
        value={form.loadType}
        onChange={(event) => onChange({ loadType: event.currentTarget.value })}
      />
    </>
  );
}

type NodeProps = { label: string; node: string | null; mistake: string | null; onNode: (node: string | null) => void };

function Node({ label, node, mistake, onNode }: NodeProps) {
  const floor = useFloor();
  return (
    <Select
      label={label}
      searchable
      limit={200}
      size="md"
      data={(floor.data?.nodes ?? []).filter((one) => one.kind.toLowerCase() !== "lane").map((one) => one.id)}
      value={node}
      error={mistake}
      onChange={onNode}
    />
  );
}
