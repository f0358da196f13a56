import { useTranslation } from "react-i18next";
import type { PassReason } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { humanised } from "../../i18n/server";
import classes from "./passes.module.css";

const instant = /^\d{4}-\d{2}-\d{2}T.*Z$/;

/** Every rule that was asked, in order; the sign before it says for or against without colour. */
export function ReasonList({ reasons }: { reasons: readonly PassReason[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const said = (value: string) => {
    if (instant.test(value)) return formats.timeMs(value);
    if (value === "outer" || value === "inner") return t(`devices.sides.${value}`);
    const way = value.toLowerCase();
    return /^(IN|OUT|UNKNOWN)$/.test(value) ? t(`devices.directions.${way}`) : value;
  };
  const valuesOf = (reason: PassReason) =>
    Object.fromEntries(Object.entries(reason.values).map(([name, value]) => [name, said(value)]));
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason, index) => (
        <li key={`${reason.code}-${index}`} data-against={reason.against}>
          <span aria-hidden>{reason.against ? "✕" : "✓"}</span>{" "}
          <span className="visually-hidden">{reason.against ? t("devices.against") : t("devices.inFavour")}</span>
          {t(`devices.reasons.${key(reason.code)}`, { ...valuesOf(reason), defaultValue: humanised(reason.code) })}
        </li>
      ))}
    </ul>
  );
}

function key(code: string): string {
  return code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
