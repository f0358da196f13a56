import { lazy, useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import type { Role, Session } from "./api/types";
import { ChangePassword } from "./features/session/ChangePassword";
import { SignIn } from "./features/session/SignIn";
import { mayDo, useSession } from "./features/session/api/session";
import classes from "./features/session/session.module.css";
import { Frame } from "./frame/Frame";
import { switchLanguage } from "./i18n";
import { Failed, Loading } from "./ui/States";

/** Each screen is loaded when it is first opened, so that a station does not wait for the manager's pages. */
const AlarmsPage = lazy(async () => ({ default: (await import("./features/alarms/AlarmsPage")).AlarmsPage }));
const AddDevicePage = lazy(async () => ({ default: (await import("./features/devices/AddDevicePage")).AddDevicePage }));
const PassPage = lazy(async () => ({ default: (await import("./features/devices/PassPage")).PassPage }));
const ReadPointPage = lazy(async () => ({ default: (await import("./features/devices/ReadPointPage")).ReadPointPage }));
const ReadPointsPage = lazy(async () => ({ default: (await import("./features/devices/ReadPointsPage")).ReadPointsPage }));
const DevicePage = lazy(async () => ({ default: (await import("./features/devices/DevicePage")).DevicePage }));
const DevicesPage = lazy(async () => ({ default: (await import("./features/devices/DevicesPage")).DevicesPage }));
const EncodingPage = lazy(async () => ({ default: (await import("./features/encoding/EncodingPage")).EncodingPage }));
const WrittenTagsPage = lazy(async () => ({ default: (await import("./features/encoding/WrittenTagsPage")).WrittenTagsPage }));
const ExceptionsPage = lazy(async () => ({ default: (await import("./features/exceptions/ExceptionsPage")).ExceptionsPage }));
const FleetPage = lazy(async () => ({ default: (await import("./features/fleet/FleetPage")).FleetPage }));
const VehiclePage = lazy(async () => ({ default: (await import("./features/fleet/VehiclePage")).VehiclePage }));
const RecoveryPage = lazy(async () => ({ default: (await import("./features/fleet/RecoveryPage")).RecoveryPage }));
const FloorPage = lazy(async () => ({ default: (await import("./features/floor/FloorPage")).FloorPage }));
const AdvicePage = lazy(async () => ({ default: (await import("./features/inbound/AdvicePage")).AdvicePage }));
const AdvicesPage = lazy(async () => ({ default: (await import("./features/inbound/AdvicesPage")).AdvicesPage }));
const AnnouncePage = lazy(async () => ({ default: (await import("./features/inbound/AnnouncePage")).AnnouncePage }));
const EnterOrderPage = lazy(async () => ({ default: (await import("./features/orders/EnterOrderPage")).EnterOrderPage }));
const LoadPage = lazy(async () => ({ default: (await import("./features/loads/LoadPage")).LoadPage }));
const LoadsPage = lazy(async () => ({ default: (await import("./features/loads/LoadsPage")).LoadsPage }));
const OrderPage = lazy(async () => ({ default: (await import("./features/orders/OrderPage")).OrderPage }));
const OrdersPage = lazy(async () => ({ default: (await import("./features/orders/OrdersPage")).OrdersPage }));
const SimPage = lazy(async () => ({ default: (await import("./features/sim/SimPage")).SimPage }));
const JobPage = lazy(async () => ({ default: (await import("./features/station/JobPage")).JobPage }));
const StationPage = lazy(async () => ({ default: (await import("./features/station/StationPage")).StationPage }));
const SystemPage = lazy(async () => ({ default: (await import("./features/system/SystemPage")).SystemPage }));
const TraceSearch = lazy(async () => ({ default: (await import("./features/trace/TraceSearch")).TraceSearch }));
const TransportsPage = lazy(async () => ({ default: (await import("./features/transports/TransportsPage")).TransportsPage }));
const UsersPage = lazy(async () => ({ default: (await import("./features/users/UsersPage")).UsersPage }));
const StockByItemPage = lazy(async () => ({ default: (await import("./features/stock/StockPages")).StockByItemPage }));
const StockByLocationPage = lazy(async () => ({ default: (await import("./features/stock/StockPages")).StockByLocationPage }));
const OrderTracePage = lazy(async () => ({ default: (await import("./features/trace/TracePages")).OrderTracePage }));
const UnitTracePage = lazy(async () => ({ default: (await import("./features/trace/TracePages")).UnitTracePage }));

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
        <Route path="encoding/:reader" element={<EncodingPage />} />
        <Route path="tags" element={<WrittenTagsPage />} />
        <Route path="orders" element={<OrdersPage />} />
        <Route path="orders/new" element={only("supervisor", <EnterOrderPage />)} />
        <Route path="orders/:id" element={<OrderPage />} />
        <Route path="inbound" element={<AdvicesPage />} />
        <Route path="inbound/new" element={only("supervisor", <AnnouncePage />)} />
        <Route path="inbound/:id" element={<AdvicePage />} />
        <Route path="loads" element={<LoadsPage />} />
        <Route path="loads/:id" element={<LoadPage />} />
        <Route path="stock" element={<Navigate to="/stock/items" replace />} />
        <Route path="stock/items" element={<StockByItemPage />} />
        <Route path="stock/locations" element={<StockByLocationPage />} />
        <Route path="transports" element={<TransportsPage />} />
        <Route path="fleet" element={<FleetPage />} />
        <Route path="fleet/:id" element={<VehiclePage />} />
        <Route path="fleet/:id/recovery" element={only("supervisor", <RecoveryPage />)} />
        <Route path="devices" element={<DevicesPage />} />
        <Route path="devices/new" element={only("administrator", <AddDevicePage />)} />
        <Route path="devices/:name" element={<DevicePage />} />
        <Route path="read-points" element={<ReadPointsPage />} />
        <Route path="read-points/:id" element={<ReadPointPage />} />
        <Route path="passes/:number" element={<PassPage />} />
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
