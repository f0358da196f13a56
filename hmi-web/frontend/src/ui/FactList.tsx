import { useTranslation } from "react-i18next";
import type { Facts } from "../api/types";
import { useFormats } from "../i18n/format";
import { valueText, word } from "../i18n/server";
import { orderedFacts } from "./facts";
import classes from "./FactList.module.css";

type FactListProps = {
  facts: Facts;
  /** Values that are on screen already and need not be said again. */
  besides?: (string | null | undefined)[];
};

const instant = /^\d{4}-\d{2}-\d{2}T.*Z$/;

/** Whatever else the server tells about something, as name and value. */
export function FactList({ facts, besides = [] }: FactListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const entries = orderedFacts(facts, besides);
  if (entries.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{word(t, "fact", name)}</dt>
          <dd>{instant.test(value) ? formats.dateTime(value) : valueText(t, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
