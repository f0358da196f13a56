import { useTranslation } from "react-i18next";
import type { PassReason } from "../../api/types";
import { humanised } from "../../i18n/server";
import classes from "./passes.module.css";

/** Every rule that was asked, in order; the sign before it says for or against without colour. */
export function ReasonList({ reasons }: { reasons: readonly PassReason[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason, index) => (
        <li key={`${reason.code}-${index}`} data-against={reason.against}>
          <span aria-hidden>{reason.against ? "✕" : "✓"}</span>{" "}
          <span className="visually-hidden">{reason.against ? t("devices.against") : t("devices.inFavour")}</span>
          {t(`devices.reasons.${key(reason.code)}`, { ...reason.values, defaultValue: humanised(reason.code) })}
        </li>
      ))}
    </ul>
  );
}

function key(code: string): string {
  return code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
