import { Button, Loader } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/problem";
import { mistakeText, problemText } from "../i18n/server";
import classes from "./States.module.css";

type LoadingProps = { what: string };

export function Loading({ what }: LoadingProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="status">
      <Loader size="sm" />
      <span>{t("ui.loading", { what })}</span>
    </div>
  );
}

type FailedProps = { what: string; error: unknown; onRetry: () => unknown };

/** Says what could not be read, why, and offers to try again. */
export function Failed({ what, error, onRetry }: FailedProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle aria-hidden size={22} color="var(--a-red)" />
      <div>
        <strong>{t("ui.failed", { what })}</strong>
        <div>{error instanceof ProblemError ? problemText(t, error.problem) : null}</div>
      </div>
      <Button variant="default" onClick={() => void onRetry()}>
        {t("ui.retry")}
      </Button>
    </div>
  );
}

type RefusedProps = { error: ProblemError | null };

/** Why a command was refused, with the fields it is about. */
export function Refused({ error }: RefusedProps) {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <div className={classes.refused} role="alert">
      <IconAlertTriangle aria-hidden size={20} color="var(--a-red)" />
      <div>
        {problemText(t, error.problem)}
        {error.problem.errors?.map((one) => (
          <div key={`${one.field}-${one.code}`}>
            <code>{one.field}</code> {mistakeText(t, one)}
          </div>
        ))}
      </div>
    </div>
  );
}
