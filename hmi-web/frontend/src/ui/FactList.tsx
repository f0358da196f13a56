import { useTranslation } from "react-i18next";
import type { Facts } from "../api/types";
import { valueText, word } from "../i18n/server";
import classes from "./FactList.module.css";

type FactListProps = { facts: Facts };

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Whatever else the server tells about something, as name and value. */
export function FactList({ facts }: FactListProps) {
  const { t } = useTranslation();
  const entries = Object.entries(facts);
  if (entries.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{word(t, "fact", name)}</dt>
          <dd>{valueText(t, shown(value))}</dd>
        </div>
      ))}
    </dl>
  );
}
