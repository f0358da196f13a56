import { Button, NumberInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../../api/problem";
import type { Job } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import type { JobAct } from "./api/station";
import { Choices } from "./Choices";
import classes from "./station.module.css";

type ShortPickProps = {
  job: Job;
  open: boolean;
  sending: boolean;
  error: ProblemError | null;
  onSend: (act: JobAct) => void;
  onClose: () => void;
};

const reasons = ["empty", "damaged", "counted-less"];

/** There is less than the job says: how many are there, and why. */
export function ShortPick({ job, open, sending, error, onSend, onClose }: ShortPickProps) {
  const { t } = useTranslation();
  const wanted = job.pick?.quantity ?? 0;
  const [taken, setTaken] = useState(0);
  const [reason, setReason] = useState<string | null>(null);
  const set = (value: number) => setTaken(Math.max(0, Math.min(wanted - 1, Math.trunc(value))));
  return (
    <Confirm
      open={open}
      title={t("station.short.title")}
      consequence={t("station.short.means", { missing: wanted - taken, wanted })}
      verb={t("station.short.verb", { taken })}
      sending={sending}
      error={error}
      disabled={reason === null}
      onConfirm={() => {
        if (reason !== null) onSend({ act: "short", task: job.taskId, quantity: taken, reason });
      }}
      onClose={onClose}
    >
      <div className={classes.stepper}>
        <Button
          variant="default"
          className={classes.big ?? ""}
          aria-label={t("station.short.less")}
          onClick={() => set(taken - 1)}
        >
          <IconMinus aria-hidden />
        </Button>
        <NumberInput
          size="xl"
          hideControls
          label={t("station.short.taken")}
          min={0}
          max={Math.max(0, wanted - 1)}
          allowDecimal={false}
          value={taken}
          onChange={(value) => set(Number(value) || 0)}
        />
        <Button
          variant="default"
          className={classes.big ?? ""}
          aria-label={t("station.short.more")}
          onClick={() => set(taken + 1)}
        >
          <IconPlus aria-hidden />
        </Button>
      </div>
      <Choices label={t("station.reason")} family="station.reasons" codes={reasons} chosen={reason} onChoose={setReason} />
    </Confirm>
  );
}
