import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate, useOutletContext } from "react-router";
import type { Session, Station } from "../../api/types";
import { word } from "../../i18n/server";
import { Failed, Loading, Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { EncodingReaders } from "../encoding/EncodingReaders";
import { useSignOn, useStations } from "./api/station";
import { bindStation } from "./binding";
import classes from "./station.module.css";

/** Where do you stand? One large button for each station; one that somebody works at says who. */
export function StationPage() {
  const { t } = useTranslation();
  const stations = useStations();
  const navigate = useNavigate();
  const session = useOutletContext<Session>();
  const signOn = useSignOn(() => undefined);
  const what = t("station.stations");

  if (stations.isPending) return <Loading what={what} />;
  if (stations.isError) return <Failed what={what} error={stations.error} onRetry={stations.refetch} />;

  const go = (station: Station) => {
    bindStation(station.id);
    if (station.occupiedBy !== session.username) signOn.send(station.id);
    void navigate(`/station/${station.id}`);
  };

  return (
    <>
      <Title title={t("station.choose")} />
      <Refused error={signOn.error} />
      {stations.data.length === 0 ? <p>{t("station.none")}</p> : null}
      <ul className={classes.stations}>
        {stations.data.map((station) => (
          <li key={station.id}>
            <Button
              variant="default"
              className={classes.stationButton ?? ""}
              fullWidth
              onClick={() => go(station)}
            >
              <span className={classes.stationText}>
                <strong>{station.id}</strong>
                <span>{station.does.map((one) => word(t, "station.does", one)).join(" · ")}</span>
                <span className={classes.muted}>{station.positions.join(" · ")}</span>
                <span className={classes.muted}>
                  {station.occupiedBy
                    ? t("station.occupied", { name: station.occupiedBy })
                    : t("station.unoccupied")}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <EncodingReaders />
    </>
  );
}
