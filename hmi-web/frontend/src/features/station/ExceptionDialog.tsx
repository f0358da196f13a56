import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../../api/problem";
import type { Job } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import type { JobAct } from "./api/station";
import { Choices } from "./Choices";
import { consequenceOf, reasonsOf } from "./exceptions";

type ExceptionDialogProps = {
  job: Job;
  open: boolean;
  sending: boolean;
  error: ProblemError | null;
  onSend: (act: JobAct) => void;
  onClose: () => void;
};

/** Reality differs: a reason valid for this step, and what reporting it will do, before it is done. */
export function ExceptionDialog({ job, open, sending, error, onSend, onClose }: ExceptionDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [pallet, setPallet] = useState<string | null>(null);
  const asksPallet = job.kind === "unload" && reason === "damaged";
  return (
    <Confirm
      open={open}
      title={t("station.exception.title")}
      consequence={
        reason === null ? t("station.exception.choose") : t(`station.exception.${consequenceOf(job, reason)}`)
      }
      verb={t("station.exception.verb")}
      sending={sending}
      error={error}
      disabled={reason === null || (asksPallet && pallet === null)}
      onConfirm={() => {
        if (reason === null) return;
        // A damaged pallet is named by its number, which stands in the note.
        onSend({ act: "exception", task: job.taskId, reason, note: asksPallet ? (pallet ?? "") : note.trim() });
      }}
      onClose={onClose}
    >
      <Choices
        label={t("station.reason")}
        family="station.reasons"
        codes={reasonsOf(job)}
        chosen={reason}
        onChoose={setReason}
      />
      {asksPallet ? (
        <Select
          size="lg"
          label={t("station.exception.pallet")}
          data={(job.unload?.pallets ?? []).map((one) => ({ value: one.sscc, label: `${one.name} · ${one.sscc}` }))}
          value={pallet}
          onChange={setPallet}
        />
      ) : (
        <Textarea
          size="md"
          label={t("station.exception.note")}
          maxLength={400}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </Confirm>
  );
}
