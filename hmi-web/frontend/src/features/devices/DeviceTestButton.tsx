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
import { TroubleText } from "./TroubleText";
import { foundText } from "./found";

const tone: Record<DeviceTest["verdict"], Tone> = {
  answered: "done",
  complains: "attention",
  silent: "wrong",
  notConnected: "wrong",
};

type DeviceTestButtonProps = {
  name: string;
  /** What stands beside already, and need not be said twice. */
  trouble: string | null;
  hint?: string | undefined;
};

/** Tries the device once and says what came of it. */
export function DeviceTestButton({ name, trouble, hint }: DeviceTestButtonProps) {
  const { t } = useTranslation();
  const test = useTestDevice(name);
  return (
    <div className={classes.test}>
      <Button h={44} onClick={() => test.mutate()} disabled={test.isPending}>
        {test.isPending ? t("devices.testing") : t("devices.test")}
      </Button>
      <div role="status" className={classes.testResult}>
        {test.isPending && hint ? <strong>{hint}</strong> : null}
        {test.isSuccess ? <Result test={test.data} known={trouble} /> : null}
        <Refused error={test.error instanceof ProblemError ? test.error : null} />
      </div>
    </div>
  );
}

function Result({ test, known }: { test: DeviceTest; known: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <Tag tone={tone[test.verdict]}>{t(`devices.verdicts.${test.verdict}`)}</Tag>{" "}
      <span>{t("devices.testTook", { ms: formats.number(test.tookMs), time: formats.time(test.at) })}</span>
      {Object.entries(test.found).map(([fact, value]) => (
        <span key={fact}>
          {word(t, "devices.found", fact)}: <code>{foundText(t, fact, value)}</code>
        </span>
      ))}
      {test.trouble && test.trouble !== known ? (
        <TroubleText
          device={{ trouble: test.trouble, troubleParams: test.troubleParams, troubleDetail: test.detail }}
          detail
        />
      ) : null}
    </>
  );
}
