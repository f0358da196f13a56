import { Button, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Title } from "../../ui/Title";
import { subjectOf } from "./subject";
import classes from "./trace.module.css";

export function TraceSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const subject = subjectOf(typed);
    setWrong(subject === null);
    if (subject) void navigate(`/trace/${subject.kind}/${subject.id}`);
  };
  return (
    <>
      <Title title={t("trace.title")} />
      <form className={`card pad ${classes.search ?? ""}`} onSubmit={submit}>
        <TextInput
          size="lg"
          label={t("trace.subject")}
          description={t("trace.hint")}
          error={wrong ? t("trace.wrong") : null}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" h={56}>
          {t("trace.show")}
        </Button>
      </form>
    </>
  );
}
