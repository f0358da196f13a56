import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../../api/problem";
import type { Job, JobKind } from "../../api/types";
import { word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import type { JobAct } from "./api/station";
import { Choices } from "./Choices";

type ExceptionDialogProps = {
  job: Job;
  open: boolean;
  sending: boolean;
  error: ProblemError | null;
  onSend: (act: JobAct) => void;
  onClose: () => void;
};

/** What can differ from the job in each step. */
const reasons: Record<JobKind, string[]> = {
  unload: ["damaged", "wrong-unit", "no-tag", "door-blocked"],
  pick: ["wrong-unit", "wrong-item", "damaged", "unit-missing"],
  pack: ["damaged", "wrong-item", "printer-down"],
  load: ["wrong-unit", "damaged", "door-blocked", "no-tag"],
};

/** Reality differs: a reason valid for this step, and what reporting it will do, before it is done. */
export function ExceptionDialog({ job, open, sending, error, onSend, onClose }: ExceptionDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState("");
  return (
    <Confirm
      open={open}
      title={t("station.exception.title")}
      consequence={
        reason === null
          ? t("station.exception.choose")
          : t("station.exception.means", { reason: word(t, "station.reasons", reason) })
      }
      verb={t("station.exception.verb")}
      sending={sending}
      error={error}
      disabled={reason === null}
      onConfirm={() => {
        if (reason !== null) onSend({ act: "exception", task: job.taskId, reason, note: note.trim() });
      }}
      onClose={onClose}
    >
      <Choices
        label={t("station.reason")}
        family="station.reasons"
        codes={reasons[job.kind]}
        chosen={reason}
        onChoose={setReason}
      />
      <Textarea
        size="md"
        label={t("station.exception.note")}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
