import { ActionIcon, Button, Modal } from "@mantine/core";
import { IconHelp, IconMenu2, IconX } from "@tabler/icons-react";
import { Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { useLiveChanges } from "../api/live";
import type { Alarm, Session } from "../api/types";
import { serverText } from "../i18n/server";
import { AccountMenu } from "./AccountMenu";
import { AlarmBanner } from "./AlarmBanner";
import { Clock } from "./Clock";
import { ConnectionLight } from "./ConnectionLight";
import classes from "./frame.module.css";
import { LanguageSwitch } from "./LanguageSwitch";
import { LeadNote } from "./LeadNote";
import { NavRail } from "./NavRail";
import { Mark } from "../features/session/Mark";
import { Loading } from "../ui/States";

type FrameProps = { session: Session };

/** What every screen shares: alarm banner, connection and age, who and where, language, clock, help. */
export function Frame({ session }: FrameProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [helping, setHelping] = useState(false);
  const [heard, setHeard] = useState("");
  const { pathname } = useLocation();
  const topic = pathname.split("/")[1] ?? "floor";

  const hear = useCallback(
    (alarm: Alarm) => {
      if (!alarm.active || alarm.priority === "low") return;
      const title = serverText(t, alarm.titleKey, { ...alarm.params, source: alarm.source });
      setHeard(t("frame.alarms.new", { title: `${title} ${alarm.source}` }));
    },
    [t],
  );
  useLiveChanges(hear);

  return (
    <div className={classes.frame} data-simulated={session.simulated}>
      <a className={classes.skip} href="#content">
        {t("frame.skip")}
      </a>
      <header className={classes.bar}>
        <ActionIcon
          className={classes.burger ?? ""}
          variant="subtle"
          size={44}
          aria-label={t(open ? "frame.nav.close" : "frame.nav.open")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconX /> : <IconMenu2 />}
        </ActionIcon>
        <div className={classes.brand}>
          <Mark size={30} />
          <span>
            <strong>{t("frame.product")}</strong>
            <span className={classes.site}>{session.site}</span>
          </span>
        </div>
        <AlarmBanner />
        {session.simulated ? (
          <div className={classes.sim}>
            <strong>{t("frame.simulated")}</strong>
            <span>{t("frame.speed", { speed: session.speed })}</span>
          </div>
        ) : null}
        <ConnectionLight />
        <Clock />
        <LanguageSwitch />
        <AccountMenu session={session} />
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t("frame.help")}
          className={classes.help ?? ""}
          onClick={() => setHelping(true)}
        >
          <IconHelp aria-hidden />
        </ActionIcon>
      </header>
      <LeadNote />
      <div className={classes.body}>
        <NavRail session={session} open={open} onClose={() => setOpen(false)} />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Suspense fallback={<Loading what={t("ui.data")} />}>
            <Outlet context={session} />
          </Suspense>
        </main>
      </div>
      <div className="sr-only" role="alert">
        {heard}
      </div>
      <Modal opened={helping} onClose={() => setHelping(false)} title={t("frame.helpTitle")} size="lg">
        <p className={classes.helpText}>{t(`help.${topic}`, { defaultValue: t("help.general") })}</p>
        <p className={classes.helpText}>{t("help.general")}</p>
        <Button onClick={() => setHelping(false)}>{t("ui.close")}</Button>
      </Modal>
    </div>
  );
}
