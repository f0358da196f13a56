import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./station.module.css";

type BigButtonProps = { verb: string; sending: boolean; onClick: () => void; disabled?: boolean };

/** The one thing to press. It waits for the server before it can be pressed again. */
export function BigButton({ verb, sending, onClick, disabled }: BigButtonProps) {
  const { t } = useTranslation();
  return (
    <Button className={classes.primary ?? ""} disabled={sending || disabled === true} onClick={onClick}>
      {sending ? t("ui.sending") : verb}
    </Button>
  );
}
