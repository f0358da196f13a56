import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { currentContact, onContact } from "../api/contact";
import { useFormats } from "../i18n/format";
import { useNow } from "../ui/useNow";
import { connectionOf } from "./connection";
import classes from "./frame.module.css";

/** Whether what is on screen is current, by shape, word and age. */
export function ConnectionLight() {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const contact = useSyncExternalStore(onContact, currentContact);
  const state = connectionOf(contact.lastAt, contact.pushOpen, now);
  return (
    <output className={classes.light} data-state={state}>
      <span className={classes.lamp} aria-hidden />
      <span>
        <strong>{t(`frame.connection.${state}`)}</strong>
        <span className={classes.lightAge}>
          {state === "lost"
            ? t("frame.connection.lostSince", { time: formats.time(contact.lastAt) })
            : t("frame.connection.age", { age: formats.age(Math.max(0, now - contact.lastAt)) })}
        </span>
      </span>
    </output>
  );
}
