import type { TFunction } from "i18next";
import { troubleWords } from "../../i18n/trouble";
import type { EncodingDetail } from "./api/encoding";

/** What more there is to say about a tag; a reader that cannot work says why as on its own page. */
export function detailText(t: TFunction, detail: EncodingDetail): string {
  const { code, ...rest } = detail.values;
  const values = code === undefined ? rest : { ...rest, code: Number(code).toString(16).toUpperCase() };
  const key = `encoding.details.${detail.word}`;
  const said = t(key, { ...values, defaultValue: "" });
  return said === "" ? troubleWords(t, detail.word, detail.values) : said;
}
