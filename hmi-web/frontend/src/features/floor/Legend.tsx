import { useTranslation } from "react-i18next";
import type { VehicleState } from "../../api/types";
import classes from "./floor.module.css";
import { VehicleMark } from "./VehicleMark";

const states: VehicleState[] = ["executing", "idle", "waiting", "charging", "error", "manual", "unknown"];

export function Legend() {
  const { t } = useTranslation();
  return (
    <section className={classes.legend} aria-label={t("floor.legend")}>
      <h2>{t("floor.legend")}</h2>
      <ul>
        {states.map((state) => (
          <li key={state}>
            <VehicleMark state={state} /> {t(`floor.legendItems.${state}`)}
          </li>
        ))}
        <li>
          <svg width="44" height="20" aria-hidden focusable="false">
            <rect x="8" y="2" width="20" height="16" fill="var(--a-unit)" stroke="var(--a-unit-line)" />
          </svg>
          {t("floor.legendItems.unit")}
        </li>
        {[
          { name: "base", colour: "var(--a-path-base)", dash: "" },
          { name: "horizon", colour: "var(--a-path-horizon)", dash: "6 5" },
          { name: "further", colour: "var(--a-path-base)", dash: "" },
          { name: "waits", colour: "var(--a-orange)", dash: "2 4" },
        ].map(({ name, colour, dash }) => (
          <li key={name}>
            <svg width="44" height="20" aria-hidden focusable="false">
              <path d="M3 10h32" stroke={colour} strokeWidth={name === "waits" ? 2 : name === "further" ? 1.5 : 4} strokeDasharray={dash} />
            </svg>
            {t(`floor.legendItems.${name}`)}
          </li>
        ))}
        <li>
          <svg width="44" height="20" aria-hidden focusable="false">
            <path d="M3 10h32" stroke="var(--a-orange)" strokeWidth="2" strokeDasharray="8 6" />
            <path d="M14 5l10 10M14 15l10-10" stroke="var(--a-orange)" strokeWidth="2" />
          </svg>
          {t("floor.legendItems.closed")}
        </li>
      </ul>
    </section>
  );
}
