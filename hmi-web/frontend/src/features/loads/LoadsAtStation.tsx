import { useTranslation } from "react-i18next";
import { useStations } from "../station/api/station";
import { useLoads } from "./api/loads";
import classes from "./loads.module.css";
import { Truck } from "./LoadsPage";

/** The truck at this station's dock, as the way to its check; nothing at a station that loads none. */
export function LoadsAtStation({ station }: { station: string }) {
  const { t } = useTranslation();
  const stations = useStations();
  const loads = useLoads(false);
  const places = stations.data?.find((one) => one.id === station)?.positions ?? [];
  const here = (loads.data ?? []).filter((load) => places.includes(load.dock));
  if (here.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t("loads.atStation")}>
      {here.map((load) => (
        <li key={load.id}>
          <Truck load={load} />
        </li>
      ))}
    </ul>
  );
}
