import { Button, Modal, TextInput } from "@mantine/core";
import { IconBarcode, IconKeyboard } from "@tabler/icons-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./station.module.css";

type ScanBoxProps = {
  expects: string;
  heard: string | null;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  onCode: (code: string) => void;
};

/** What the scanner should read now and what it read last. The scanner needs no focus; typing by hand is a button away. */
export function ScanBox({ expects, heard, open, onOpen, onClose, onCode }: ScanBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() !== "") onCode(typed.trim());
    setTyped("");
  };
  return (
    <div className={classes.scan}>
      <div className={classes.scanText} role="status" aria-label={t("station.scan.field")}>
        <IconBarcode size={30} aria-hidden />
        <span>
          <strong>{expects}</strong>
          <span className={classes.muted}>{heard ?? t("station.scan.none")}</span>
        </span>
      </div>
      <Button
        variant="default"
        className={classes.big ?? ""}
        leftSection={<IconKeyboard aria-hidden />}
        onClick={onOpen}
      >
        {t("station.scan.type")}
      </Button>
      <Modal
        opened={open}
        onClose={onClose}
        title={t("station.scan.typeTitle")}
        closeButtonProps={{ "aria-label": t("ui.close") }}
      >
        <form onSubmit={submit} className={classes.dialog}>
          <TextInput
            size="xl"
            label={t("station.scan.code")}
            data-autofocus
            autoComplete="off"
            inputMode="text"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" className={classes.big ?? ""}>
            {t("station.scan.use")}
          </Button>
        </form>
      </Modal>
    </div>
  );
}
