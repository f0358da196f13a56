import { Select, Switch, TextInput, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../../api/problem";
import type { DriverForm, DriverSetting } from "../../api/types";
import { mistakeText } from "../../i18n/server";
import classes from "./devices.module.css";

export type Values = Record<string, string>;

type DeviceFieldsProps = {
  form: DriverForm;
  values: Values;
  error: ProblemError | null;
  onChange: (values: Values) => void;
};

/** The settings of one driver, as the server lists them; mistakes stand at their field. */
export function DeviceFields({ form, values, error, onChange }: DeviceFieldsProps) {
  const { t } = useTranslation();
  const wrong = (key: string) => {
    const found = error?.problem.errors?.filter((one) => one.field === key || one.field === `settings.${key}`) ?? [];
    if (found.length === 0) return undefined;
    return found.map((one) => {
      const { at } = one.params ?? {};
      const said = mistakeText(t, one);
      return (
        <span key={one.message} className={classes.mistake}>
          {typeof at === "string" ? `${at}: ${said}` : said}
        </span>
      );
    });
  };
  const set = (key: string, value: string) => {
    const { [key]: before, ...rest } = values;
    onChange(value === "" ? rest : before === undefined ? { ...rest, [key]: value } : { ...values, [key]: value });
  };
  return (
    <>
      {form.settings.map((setting) => (
        <Field
          key={setting.key}
          setting={setting}
          value={values[setting.key] ?? ""}
          wrong={wrong(setting.key)}
          simulated={values.simulated === "true"}
          isAddress={setting.key === form.address}
          onChange={(value) => set(setting.key, value)}
        />
      ))}
    </>
  );
}

type FieldProps = {
  setting: DriverSetting;
  value: string;
  wrong: ReactNode;
  simulated: boolean;
  isAddress: boolean;
  onChange: (value: string) => void;
};

function Field({ setting, value, wrong, simulated, isAddress, onChange }: FieldProps) {
  const { t } = useTranslation();
  const label = t(`devices.settings.${setting.key}`, { defaultValue: setting.key });
  const hint = t(`devices.settingHints.${setting.key}`, { defaultValue: "" });
  const common = {
    size: "md" as const,
    label: `${label}${label === setting.key ? "" : ` · ${setting.key}`}`,
    ...(hint === "" ? {} : { description: hint }),
    required: setting.needed && !(isAddress && simulated),
    error: wrong,
  };
  const placeholder = setting.usual ?? setting.example ?? "";
  switch (setting.shape) {
    case "flag":
      return (
        <Switch
          size="md"
          label={label}
          description={hint}
          checked={value === "true"}
          error={wrong}
          onChange={(event) => onChange(event.currentTarget.checked ? "true" : "")}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          data={setting.words}
          value={value === "" ? null : value}
          placeholder={placeholder === "" ? t("devices.asItIs") : placeholder}
          clearable
          onChange={(chosen) => onChange(chosen ?? "")}
        />
      );
    case "lines":
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={12}
          styles={{ input: { fontFamily: "ui-monospace, monospace" } }}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          autoComplete="off"
          inputMode={setting.shape === "number" ? "decimal" : "text"}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
