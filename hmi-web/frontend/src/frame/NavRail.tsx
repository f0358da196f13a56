import {
  IconAlertSquareRounded,
  IconBell,
  IconBox,
  IconBug,
  IconClipboardList,
  IconCpu,
  IconDashboard,
  IconForklift,
  IconMap2,
  IconRoute,
  IconTimeline,
  IconTruckDelivery,
  IconTruckLoading,
  IconUserScan,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { Session } from "../api/types";
import { mayDo } from "../features/session/api/session";
import classes from "./frame.module.css";
import { places } from "./routes";

const icons: Record<string, Icon> = {
  floor: IconMap2,
  station: IconUserScan,
  orders: IconClipboardList,
  inbound: IconTruckDelivery,
  loads: IconTruckLoading,
  stock: IconBox,
  transports: IconRoute,
  fleet: IconForklift,
  devices: IconCpu,
  alarms: IconBell,
  exceptions: IconAlertSquareRounded,
  trace: IconTimeline,
  system: IconDashboard,
  users: IconUsers,
  sim: IconBug,
};

type NavRailProps = { session: Session; open: boolean; onClose: () => void };

export function NavRail({ session, open, onClose }: NavRailProps) {
  const { t } = useTranslation();
  const shown = places.filter(
    (place) => mayDo(session, place.needs) && (place.simulatedOnly !== true || session.simulated),
  );
  return (
    <nav className={classes.nav} data-open={open} aria-label={t("frame.nav.main")}>
      {shown.map((place) => {
        const Glyph = icons[place.name] ?? IconBox;
        return (
          <NavLink key={place.path} to={place.path} className={classes.navLink ?? ""} onClick={onClose}>
            <Glyph size={22} stroke={1.6} aria-hidden />
            <span>{t(`frame.nav.${place.name}`)}</span>
          </NavLink>
        );
      })}
    </nav>
  );
}
