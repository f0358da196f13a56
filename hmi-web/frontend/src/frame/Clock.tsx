import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { currentContact, onContact } from "../api/contact";
import { useFormats } from "../i18n/format";
import { useNow } from "../ui/useNow";
import classes from "./frame.module.css";

/** The server's time: the one that all ages and journals go by. */
export function Clock() {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { offsetMs } = useSyncExternalStore(onContact, currentContact);
  return (
    <time className={classes.clock} title={t("frame.clock")}>
      {formats.time(now + offsetMs)}
    </time>
  );
}
