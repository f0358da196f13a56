import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UserChanged } from "./api/users";
import classes from "./users.module.css";

type FirstPasswordProps = { changed: UserChanged | null; onClose: () => void };

/** The password the server made up. It is shown this once and must be changed at the first sign-in. */
export function FirstPassword({ changed, onClose }: FirstPasswordProps) {
  const { t } = useTranslation();
  const password = changed?.firstPassword ?? null;
  return (
    <Modal
      opened={password !== null}
      onClose={onClose}
      title={t("users.firstPassword", { name: changed?.user.displayName ?? "" })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <div className={classes.form}>
        <code className={classes.password}>{password}</code>
        <p>{t("users.shownOnce")}</p>
        <Button size="lg" onClick={onClose}>
          {t("ui.close")}
        </Button>
      </div>
    </Modal>
  );
}
