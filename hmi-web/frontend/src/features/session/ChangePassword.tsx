import { Button, PasswordInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import { Refused } from "../../ui/States";
import { useChangePassword } from "./api/session";
import classes from "./session.module.css";

const least = 10;

type ChangePasswordProps = { must: boolean };

export function ChangePassword({ must }: ChangePasswordProps) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const short = fresh.length > 0 && fresh.length < least;
  const differs = again.length > 0 && again !== fresh;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!short && fresh === again) change.mutate({ old, new: fresh });
  };

  return (
    <form className={classes.box} onSubmit={submit} aria-labelledby="change-password">
      <h1 id="change-password">{t("session.passwordChange.title")}</h1>
      {must ? <p>{t("session.passwordChange.must")}</p> : null}
      <PasswordInput
        size="md"
        label={t("session.passwordChange.old")}
        autoComplete="current-password"
        required
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        label={t("session.passwordChange.new")}
        autoComplete="new-password"
        required
        error={short ? t("session.passwordChange.short", { least }) : null}
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        label={t("session.passwordChange.again")}
        autoComplete="new-password"
        required
        error={differs ? t("session.passwordChange.differs") : null}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <Refused error={change.error instanceof ProblemError ? change.error : null} />
      <Button type="submit" size="lg" loading={change.isPending}>
        {t("session.passwordChange.save")}
      </Button>
      <output>{change.isSuccess ? t("session.passwordChange.done") : null}</output>
    </form>
  );
}
