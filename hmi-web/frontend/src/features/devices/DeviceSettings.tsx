import { Button } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { DeviceEntry, DriverForm } from "../../api/types";
import { Failed, Loading, Refused } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { useDeviceSettings, useDrivers, useSetDevice } from "./api/devices";
import { DeviceFields, type Values } from "./DeviceFields";
import { otherMistakes } from "./mistakes";
import classes from "./devices.module.css";

/** How a device is set. Saving opens it anew; the others do not notice. */
export function DeviceSettings({ name }: { name: string }) {
  const { t } = useTranslation();
  const entry = useDeviceSettings(name, true);
  const drivers = useDrivers();
  const what = t("devices.settingsHead");
  if (entry.isPending || drivers.isPending) return <Loading what={what} />;
  if (entry.isError) return <Failed what={what} error={entry.error} onRetry={entry.refetch} />;
  if (drivers.isError) return <Failed what={what} error={drivers.error} onRetry={drivers.refetch} />;
  const form = drivers.data.find((one) => one.driver === entry.data.driver);
  if (!form) return null;
  return <Form key={JSON.stringify(entry.data)} entry={entry.data} form={form} />;
}

function Form({ entry, form }: { entry: DeviceEntry; form: DriverForm }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Values>(entry.settings);
  const [saved, setSaved] = useState(false);
  const save = useSetDevice(() => setSaved(true));
  const error = save.error instanceof ProblemError ? save.error : null;
  const changed = JSON.stringify(values) !== JSON.stringify(entry.settings);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate({ name: entry.name, driver: entry.driver, settings: values });
  };
  return (
    <section className="card pad" aria-label={t("devices.settingsHead")}>
      <h2 className={classes.settingsHead}>
        {t("devices.settingsHead")} <Tag>{t(`devices.origins.${entry.origin}`)}</Tag>
      </h2>
      <form className={classes.form} onSubmit={submit}>
        <DeviceFields
          form={form}
          values={values}
          error={error}
          onChange={(next) => {
            setValues(next);
            setSaved(false);
          }}
        />
        <Refused error={otherMistakes(error, form)} />
        <div className={classes.buttons}>
          <span role="status">{saved && !changed ? t("devices.saved") : null}</span>
          <Button type="submit" h={44} disabled={!changed || save.isPending}>
            {save.isPending ? t("ui.sending") : t("devices.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
