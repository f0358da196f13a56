import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WeightReason } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { Choices } from "./Choices";

export type Accepted = { weightReason: WeightReason; weightNote: string };

type AcceptWeightProps = {
  open: boolean;
  weight: string;
  sending: boolean;
  onAccept: (accepted: Accepted) => void;
  onClose: () => void;
};

const reasons: WeightReason[] = ["packing", "item-weight", "goods-vary", "scale-doubtful", "other"];

/** Why a weight is taken that was not expected; it stays with the unit. */
export function AcceptWeight({ open, weight, sending, onAccept, onClose }: AcceptWeightProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const known = reasons.find((one) => one === reason);
  const needsNote = known === "other" && note.trim() === "";
  return (
    <Confirm
      open={open}
      title={t("station.scale.why")}
      consequence={t("station.scale.kept")}
      verb={t("station.scale.accept", { weight })}
      sending={sending}
      error={null}
      disabled={known === undefined || needsNote}
      onConfirm={() => {
        if (known !== undefined) onAccept({ weightReason: known, weightNote: note.trim() });
      }}
      onClose={onClose}
    >
      <Choices
        label={t("station.reason")}
        family="station.scale.reasons"
        codes={reasons}
        chosen={reason}
        onChoose={setReason}
      />
      <TextInput
        size="lg"
        label={t("station.exception.note")}
        maxLength={200}
        required={known === "other"}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
