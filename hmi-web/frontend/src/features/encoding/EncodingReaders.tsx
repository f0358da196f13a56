import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import stations from "../station/station.module.css";
import { useEncodingReaders } from "./api/encoding";
import classes from "./encoding.module.css";

/** Readers to write tags with, among the stations. Nothing is shown where there are none. */
export function EncodingReaders() {
  const { t } = useTranslation();
  const readers = useEncodingReaders();
  if (!readers.data || readers.data.length === 0) return null;
  // One that feeds no read point is there for writing; the others can do it too.
  const ordered = [...readers.data].sort((a, b) => a.readPoints.length - b.readPoints.length);
  return (
    <section aria-label={t("encoding.readers")} className={classes.readers}>
      <h2>{t("encoding.readers")}</h2>
      <ul className={stations.stations}>
        {ordered.map((reader) => (
          <li key={reader.reader}>
            <Button
              component={Link}
              to={`/encoding/${reader.reader}`}
              variant="default"
              className={classes.reader ?? ""}
              fullWidth
            >
              <span className={stations.stationText}>
                <strong>{reader.reader}</strong>
                <span className={stations.muted}>
                  {reader.row?.running
                    ? t("encoding.progress", { done: reader.row.done, count: reader.row.count })
                    : reader.connected
                      ? reader.readPoints.join(", ") || t("encoding.title")
                      : t("encoding.notConnected")}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
