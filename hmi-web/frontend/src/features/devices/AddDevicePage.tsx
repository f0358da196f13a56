import { Button, Select, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ProblemError } from "../../api/problem";
import { mistakeText, word } from "../../i18n/server";
import { Failed, Loading, Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useAddDevice, useDrivers } from "./api/devices";
import { DeviceFields, type Values } from "./DeviceFields";
import { otherMistakes } from "./mistakes";
import classes from "./devices.module.css";

/** Adds a device while the site runs; the server checks it with the whole site before it is kept. */
export function AddDevicePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const drivers = useDrivers();
  const [name, setName] = useState("");
  const [driver, setDriver] = useState("rfid-bb");
  const [values, setValues] = useState<Values>({});
  const add = useAddDevice((entry) => void navigate(`/devices/${entry.name}`));
  if (drivers.isPending) return <Loading what={t("devices.driver")} />;
  if (drivers.isError) return <Failed what={t("devices.driver")} error={drivers.error} onRetry={drivers.refetch} />;
  const form = drivers.data.find((one) => one.driver === driver);
  const error = add.error instanceof ProblemError ? add.error : null;
  const nameWrong = error?.problem.errors?.find((one) => one.field === "name");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    add.mutate({ name: name.trim(), driver, settings: values });
  };
  return (
    <>
      <Title title={t("devices.add")} back="/devices" />
      <form className={`card pad ${classes.form}`} onSubmit={submit}>
        <TextInput
          size="md"
          label={t("devices.name")}
          description={t("devices.nameHint")}
          required
          autoComplete="off"
          value={name}
          error={nameWrong ? mistakeText(t, nameWrong) : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          className={classes.wide ?? ""}
          size="md"
          label={t("devices.driver")}
          allowDeselect={false}
          data={drivers.data.map((one) => ({
            value: one.driver,
            label: `${one.driver} · ${t(`devices.drivers.${one.driver}`, { defaultValue: word(t, "devices.kinds", one.kind) })}`,
          }))}
          value={driver}
          onChange={(value) => {
            setDriver(value ?? driver);
            setValues({});
            add.reset();
          }}
        />
        {form ? <DeviceFields form={form} values={values} error={error} onChange={setValues} /> : null}
        <Refused error={otherMistakes(error, form)} />
        <div className={classes.buttons}>
          <Button type="submit" size="lg" h={56} disabled={add.isPending}>
            {add.isPending ? t("ui.sending") : t("devices.add")}
          </Button>
        </div>
      </form>
    </>
  );
}
