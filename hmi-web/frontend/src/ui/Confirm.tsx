import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../api/problem";
import { Refused } from "./States";
import classes from "./Confirm.module.css";

type ConfirmProps = {
  open: boolean;
  title: string;
  /** What will happen, in words, before it happens. */
  consequence: ReactNode;
  verb: string;
  sending: boolean;
  error: ProblemError | null;
  children?: ReactNode;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** The second step of a command that moves or ends something. Its button never has the first focus. */
export function Confirm(props: ConfirmProps) {
  const { t } = useTranslation();
  const { open, title, consequence, verb, sending, error, children, disabled, onConfirm, onClose } = props;
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size="lg"
    >
      <div className={classes.body}>
        <div>{consequence}</div>
        {children}
        <Refused error={error} />
        <div className={classes.buttons}>
          <Button variant="default" size="lg" h={56} data-autofocus onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button size="lg" h={56} disabled={disabled === true || sending} onClick={onConfirm}>
            {sending ? t("ui.sending") : verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
