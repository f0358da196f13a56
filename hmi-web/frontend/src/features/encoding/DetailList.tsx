import { useTranslation } from "react-i18next";
import type { EncodingDetail } from "./api/encoding";
import { detailText } from "./details";
import classes from "./encoding.module.css";

/** What more there is to say about the tag before the reader. */
export function DetailList({ details }: { details: EncodingDetail[] }) {
  const { t } = useTranslation();
  return details.map((one) => (
    <p key={one.word} className={classes.detail}>
      {detailText(t, one)}
    </p>
  ));
}
