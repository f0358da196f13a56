import { Button, PasswordInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { Language } from "../../api/types";
import { switchLanguage } from "../../i18n";
import { Refused } from "../../ui/States";
import { useSignIn } from "./api/session";
import { Mark } from "./Mark";
import classes from "./session.module.css";

/** The first page. Its words stand in the language last used here and can be switched before signing in. */
export function SignIn() {
  const { t, i18n } = useTranslation();
  const signIn = useSignIn();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [picked, setPicked] = useState<Language | null>(null);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    signIn.mutate({ username: username.trim(), password, picked });
  };

  return (
    <main className={classes.page}>
      <form className={classes.box} onSubmit={submit} aria-labelledby="sign-in">
        <div className={classes.brand}>
          <Mark size={44} />
          <div>
            <div className={classes.name}>Aisle 巷道</div>
            <div className={classes.sub}>{t("session.subtitle")}</div>
          </div>
        </div>
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t("frame.language")}
          value={i18n.language}
          onChange={(value) => {
            const language = value === "en" ? "en" : "zh";
            setPicked(language);
            switchLanguage(language);
          }}
          data={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <h1 id="sign-in">{t("session.title")}</h1>
        <TextInput
          size="lg"
          label={t("session.username")}
          autoComplete="username"
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          size="lg"
          label={t("session.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("session.show") }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refused error={signIn.error instanceof ProblemError ? signIn.error : null} />
        <Button type="submit" size="xl" h={64} loading={signIn.isPending}>
          {t("session.signIn")}
        </Button>
        <p className={classes.hint}>{t("session.firstHint")}</p>
      </form>
    </main>
  );
}
