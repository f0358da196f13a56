import { Button, Textarea } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext, useParams } from "react-router";
import type { Load, Session } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading, Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { ScanBox } from "../station/ScanBox";
import { meaningOf } from "../station/scan";
import { play } from "../station/sound";
import { useScanner } from "../station/useScanner";
import { useLoad, useLoadAct, type LoadAct } from "./api/loads";
import classes from "./loads.module.css";
import { LoadThings } from "./LoadThings";
import { standingOf, standingTone } from "./verdict";

const sign = { calm: "…", done: "✓", attention: "▲", wrong: "✕", info: "" };

/** Goods equal papers? One large answer, what is missing, what is too much, and what to do about it. */
export function LoadPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const load = useLoad(id);
  const what = t("loads.what");
  if (load.isPending) return <Loading what={what} />;
  if (load.isError) return <Failed what={what} error={load.error} onRetry={load.refetch} />;
  return <LoadView load={load.data} onRefused={() => void load.refetch()} />;
}

function LoadView({ load, onRefused }: { load: Load; onRefused: () => void }) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const [dialog, setDialog] = useState<"none" | "byHand" | "type">("none");
  const [reason, setReason] = useState("");
  const [heard, setHeard] = useState<string | null>(null);
  const row = load.load;
  const standing = standingOf(row);
  const open = row.state !== "left";
  const act = useLoadAct(row.id, () => {
    play("ok");
    setDialog("none");
  });
  const send = (input: LoadAct) => {
    act.send(input);
    if (input.act === "leave") setTimeout(onRefused, 400);
  };
  const scan = (code: string) => {
    const scanned = meaningOf(code);
    setHeard(scanned.value);
    setDialog("none");
    if (open && !act.sending) send({ act: "scan", code: scanned.value });
  };
  useScanner(dialog === "none" && open, scan);

  return (
    <div className={classes.page}>
      <Title title={t("loads.one", { id: row.id, dock: row.dock })} back="/loads" />
      <section className={classes.state} data-tone={standingTone[standing]} role="status">
        <span className={classes.sign} aria-hidden>
          {sign[standingTone[standing]]}
        </span>
        <div className={classes.words}>
          <strong>{t(`loads.verdict.${standing}`, { missing: row.missing, surplus: row.surplus })}</strong>
          <span>{t(`loads.hint.${standing}`, { by: row.closedBy ?? "", reason: row.reason ?? "" })}</span>
        </div>
        <div>
          <div className={classes.count}>{t("loads.loadedOf", { loaded: row.loaded, parcels: row.parcels })}</div>
          {row.passes > 0 ? <div className={classes.muted}>{t("loads.passes", { count: row.passes })}</div> : null}
        </div>
      </section>
      {dialog === "byHand" || act.error?.problem.code === "load-incomplete" ? null : <Refused error={act.error} />}
      {open ? (
        <div className={classes.acts}>
          <Button
            className={classes.main ?? ""}
            disabled={act.sending}
            leftSection={<IconTruckDelivery size={30} aria-hidden />}
            onClick={() => send({ act: "leave" })}
          >
            {act.sending ? t("ui.sending") : t("loads.leave")}
          </Button>
          {row.state === "checking" ? (
            <Button variant="default" disabled={act.sending} onClick={() => send({ act: "goOn" })}>
              {t("loads.goOn")}
            </Button>
          ) : (
            <Button variant="default" disabled={act.sending} onClick={() => send({ act: "noMore" })}>
              {t("loads.noMore")}
            </Button>
          )}
          {mayDo(session, "supervisor") && standing !== "complete" ? (
            <Button variant="default" disabled={act.sending} onClick={() => {
                act.clear();
                setDialog("byHand");
              }}>
              {t("loads.byHand")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <LoadThings load={load} sending={act.sending} onTakenOff={(tag) => send({ act: "takenOff", tag })} />
      {open ? (
        <footer className={classes.foot}>
          <ScanBox
            expects={t("loads.scanHint")}
            heard={heard}
            open={dialog === "type"}
            onOpen={() => setDialog("type")}
            onClose={() => setDialog("none")}
            onCode={scan}
          />
        </footer>
      ) : null}
      <Confirm
        open={dialog === "byHand"}
        title={t("loads.byHandTitle")}
        consequence={t("loads.byHandMeans")}
        verb={t("loads.byHandVerb")}
        sending={act.sending}
        error={act.error}
        disabled={reason.trim() === ""}
        onConfirm={() => send({ act: "byHand", reason: reason.trim() })}
        onClose={() => {
          act.clear();
          setDialog("none");
        }}
      >
        <Textarea
          size="lg"
          label={t("loads.byHandReason")}
          maxLength={400}
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </div>
  );
}
