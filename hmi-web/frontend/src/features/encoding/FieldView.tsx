import { useTranslation } from "react-i18next";
import { useFormats } from "../../i18n/format";
import { Tag } from "../../ui/Tag";
import type { FieldTag } from "./api/encoding";
import classes from "./encoding.module.css";

/** What lies before the antenna: one tag is right, none is waited for, two are refused. */
export function FieldView({ field }: { field: FieldTag[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="card pad" aria-label={t("encoding.field")} aria-live="polite">
      <h2>{t("encoding.field")}</h2>
      {field.length === 0 ? <p className={classes.muted}>{t("encoding.fieldEmpty")}</p> : null}
      {field.length > 1 ? (
        <p>
          <Tag tone="wrong">{t("encoding.fieldTwo", { count: field.length })}</Tag>
        </p>
      ) : null}
      <ul className={classes.field}>
        {field.map((tag) => (
          <li key={`${tag.epc}-${tag.antenna ?? 0}`}>
            <code>{tag.identity ? tag.readable : tag.epc}</code>
            <span className={classes.muted}>
              {tag.identity ? t("encoding.identity") : t("encoding.blank")}
              {typeof tag.rssi === "number" ? ` · ${formats.number(Math.round(tag.rssi))} dBm` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
