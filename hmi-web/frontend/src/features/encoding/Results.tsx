import { useTranslation } from "react-i18next";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { detailText } from "./details";
import { Tag } from "../../ui/Tag";
import type { EncodingResult } from "./api/encoding";
import classes from "./encoding.module.css";

/** What came of each tag, newest first. */
export function Results({ results }: { results: EncodingResult[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="card pad" aria-label={t("encoding.results")}>
      <h2>{t("encoding.results")}</h2>
      {results.length === 0 ? <p className={classes.muted}>{t("encoding.noResults")}</p> : null}
      <ul className={classes.results}>
        {results.map((result) => (
          <li key={`${result.at}-${result.tid}-${result.trouble ?? ""}`}>
            <span className={classes.muted}>{formats.time(result.at)}</span>
            {result.trouble ? (
              <Tag tone="wrong">{word(t, "encoding.troubles", result.trouble)}</Tag>
            ) : (
              <Tag tone="done">{t("encoding.written")}</Tag>
            )}
            <strong>{result.readable ?? result.epc}</strong>
            <span className={classes.muted}>
              {result.tid === "" ? null : (
                <>
                  {t("encoding.tid")} <code>{result.tid}</code>
                </>
              )}
              {result.readable ? ` · ${result.locked ? t("encoding.locked") : t("encoding.unlocked")}` : null}
              {result.details.map((one) => ` · ${detailText(t, one)}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
