import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { DeviceTest } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Refused } from "../../ui/States";
import { Tag, type Tone } from "../../ui/Tag";
import { useTestDevice } from "./api/devices";
import classes from "./devices.module.css";
import { valueText } from "./telegram";

const tone: Record<DeviceTest["verdict"], Tone> = {
  answered: "done",
  complains: "attention",
  silent: "wrong",
  notConnected: "wrong",
};

/** Tries the device once and says what came of it. */
export function DeviceTestButton({ name, hint }: { name: string; hint?: string | undefined }) {
  const { t } = useTranslation();
  const test = useTestDevice(name);
  return (
    <div className={classes.test}>
      <Button h={44} onClick={() => test.mutate()} disabled={test.isPending}>
        {test.isPending ? t("devices.testing") : t("devices.test")}
      </Button>
      <div role="status" className={classes.testResult}>
        {test.isPending && hint ? <strong>{hint}</strong> : null}
        {test.isSuccess ? <Result test={test.data} /> : null}
        <Refused error={test.error instanceof ProblemError ? test.error : null} />
      </div>
    </div>
  );
}

function Result({ test }: { test: DeviceTest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <Tag tone={tone[test.verdict]}>{t(`devices.verdicts.${test.verdict}`)}</Tag>{" "}
      <span>{t("devices.testTook", { ms: formats.number(test.tookMs), time: formats.time(test.at) })}</span>
      {Object.entries(test.found).map(([fact, value]) => (
        <span key={fact}>
          {word(t, "devices.found", fact)}: <code>{valueText(value)}</code>
        </span>
      ))}
      {test.detail ? <code>{test.detail}</code> : null}
    </>
  );
}
