import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import type { Role, Session } from "./api/types";
import { AlarmsPage } from "./features/alarms/AlarmsPage";
import { DevicePage } from "./features/devices/DevicePage";
import { DevicesPage } from "./features/devices/DevicesPage";
import { ExceptionsPage } from "./features/exceptions/ExceptionsPage";
import { FleetPage } from "./features/fleet/FleetPage";
import { VehiclePage } from "./features/fleet/VehiclePage";
import { FloorPage } from "./features/floor/FloorPage";
import { AdvicePage } from "./features/inbound/AdvicePage";
import { AdvicesPage } from "./features/inbound/AdvicesPage";
import { AnnouncePage } from "./features/inbound/AnnouncePage";
import { EnterOrderPage } from "./features/orders/EnterOrderPage";
import { OrderPage } from "./features/orders/OrderPage";
import { OrdersPage } from "./features/orders/OrdersPage";
import { ChangePassword } from "./features/session/ChangePassword";
import { SignIn } from "./features/session/SignIn";
import { mayDo, useSession } from "./features/session/api/session";
import classes from "./features/session/session.module.css";
import { SimPage } from "./features/sim/SimPage";
import { JobPage } from "./features/station/JobPage";
import { StationPage } from "./features/station/StationPage";
import { StockByItemPage, StockByLocationPage } from "./features/stock/StockPages";
import { SystemPage } from "./features/system/SystemPage";
import { TraceSearch } from "./features/trace/TraceSearch";
import { OrderTracePage, UnitTracePage } from "./features/trace/TracePages";
import { TransportsPage } from "./features/transports/TransportsPage";
import { UsersPage } from "./features/users/UsersPage";
import { Frame } from "./frame/Frame";
import { switchLanguage } from "./i18n";
import { Failed, Loading } from "./ui/States";

export function App() {
  const { t } = useTranslation();
  const session = useSession();
  const language = session.data?.language;
  useEffect(() => {
    if (language) switchLanguage(language);
  }, [language]);

  if (session.isPending) return <Loading what={t("session.checking")} />;
  if (session.data === undefined) {
    return <Failed what={t("session.checking")} error={session.error} onRetry={session.refetch} />;
  }
  if (session.data === null) return <SignIn />;
  if (session.data.mustChangePassword) {
    return (
      <main className={classes.page}>
        <ChangePassword must />
      </main>
    );
  }
  return <Screens session={session.data} />;
}

type ScreensProps = { session: Session };

function Screens({ session }: ScreensProps) {
  const { t } = useTranslation();
  const home = mayDo(session, "supervisor") ? "/floor" : "/station";
  const only = (needed: Role, screen: ReactNode) => (mayDo(session, needed) ? screen : <p>{t("frame.forbidden")}</p>);
  return (
    <Routes>
      <Route element={<Frame session={session} />}>
        <Route index element={<Navigate to={home} replace />} />
        <Route path="floor" element={<FloorPage />} />
        <Route path="station" element={<StationPage />} />
        <Route path="station/:station" element={<JobPage />} />
        <Route path="orders" element={<OrdersPage />} />
        <Route path="orders/new" element={<EnterOrderPage />} />
        <Route path="orders/:id" element={<OrderPage />} />
        <Route path="inbound" element={<AdvicesPage />} />
        <Route path="inbound/new" element={only("supervisor", <AnnouncePage />)} />
        <Route path="inbound/:id" element={<AdvicePage />} />
        <Route path="stock" element={<Navigate to="/stock/items" replace />} />
        <Route path="stock/items" element={<StockByItemPage />} />
        <Route path="stock/locations" element={<StockByLocationPage />} />
        <Route path="transports" element={<TransportsPage />} />
        <Route path="fleet" element={<FleetPage />} />
        <Route path="fleet/:id" element={<VehiclePage />} />
        <Route path="devices" element={<DevicesPage />} />
        <Route path="devices/:name" element={<DevicePage />} />
        <Route path="alarms" element={<AlarmsPage />} />
        <Route path="exceptions" element={only("supervisor", <ExceptionsPage />)} />
        <Route path="trace" element={<TraceSearch />} />
        <Route path="trace/units/:sscc" element={<UnitTracePage />} />
        <Route path="trace/orders/:id" element={<OrderTracePage />} />
        <Route path="system" element={<SystemPage />} />
        <Route path="users" element={only("administrator", <UsersPage />)} />
        <Route path="sim" element={only("supervisor", <SimPage />)} />
        <Route path="*" element={<h1>{t("frame.notFound")}</h1>} />
      </Route>
    </Routes>
  );
}
