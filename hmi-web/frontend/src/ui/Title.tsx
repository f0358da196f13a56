import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import classes from "./Title.module.css";

type TitleProps = { title: string; back?: string; children?: ReactNode };

/** Heading of a screen, the way back, and what can be done here. */
export function Title({ title, back, children }: TitleProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.title}>
      {back === undefined ? null : (
        <Link className={classes.back} to={back}>
          ← {t("ui.back")}
        </Link>
      )}
      <h1>{title}</h1>
      <div className={classes.actions}>{children}</div>
    </div>
  );
}
