import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import type { Session } from "./api/types";
import { FloorPage } from "./features/floor/FloorPage";
import { ChangePassword } from "./features/session/ChangePassword";
import { SignIn } from "./features/session/SignIn";
import { useSession } from "./features/session/api/session";
import classes from "./features/session/session.module.css";
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
  return (
    <Routes>
      <Route element={<Frame session={session} />}>
        <Route index element={<Navigate to="/floor" replace />} />
        <Route path="floor" element={<FloorPage />} />
        <Route path="*" element={<h1>{t("frame.notFound")}</h1>} />
      </Route>
    </Routes>
  );
}
