import { IconAlertTriangle, IconCircleCheck, IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../../api/problem";
import { problemText } from "../../i18n/server";
import classes from "./station.module.css";

export type Told = { tone: "ok" | "wrong"; text: string };

type EffectBandProps = { told: Told | null; sending: boolean; error: ProblemError | null };

/** What became of the last act: sending, done (only after the server's commit) with what it did to stock, or refused. */
export function EffectBand({ told, sending, error }: EffectBandProps) {
  const { t } = useTranslation();
  if (sending) {
    return (
      <output className={classes.band} data-tone="sending">
        <IconSend aria-hidden /> {t("ui.sending")}
      </output>
    );
  }
  if (told) {
    const Glyph = told.tone === "ok" ? IconCircleCheck : IconAlertTriangle;
    return (
      <output className={classes.band} data-tone={told.tone}>
        <Glyph aria-hidden /> {told.text}
      </output>
    );
  }
  if (error) {
    return (
      <div className={classes.band} data-tone="wrong" role="alert">
        <IconAlertTriangle aria-hidden /> {problemText(t, error.problem)}
      </div>
    );
  }
  return <output className={classes.band} />;
}
