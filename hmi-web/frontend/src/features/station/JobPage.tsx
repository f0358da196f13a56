import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import type { Job, JobEffect } from "../../api/types";
import { useStationScans } from "../../api/stationEvents";
import { serverText, word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { LoadsAtStation } from "../loads/LoadsAtStation";
import { useJob, useJobAct, useSignOff, type JobAct } from "./api/station";
import { bindStation } from "./binding";
import { Behind } from "./Behind";
import { EffectBand, type Told } from "./EffectBand";
import { reasonsOf } from "./exceptions";
import { ExceptionDialog } from "./ExceptionDialog";
import { JobCard } from "./JobCard";
import { ScanBox } from "./ScanBox";
import { effectKeyOf } from "./effects";
import { expectationOf, readScan } from "./expects";
import { meaningOf, type Scanned } from "./scan";
import { ShortPick } from "./ShortPick";
import { play } from "./sound";
import classes from "./station.module.css";
import { TableBand } from "./TableBand";
import { useScanner } from "./useScanner";

/** The operator's screen: exactly one job, one instruction, at most two large buttons. */
export function JobPage() {
  const { t } = useTranslation();
  const { station = "" } = useParams();
  const job = useJob(station);
  if (job.isPending) return <Loading what={t("station.job")} />;
  if (job.isError && job.data === undefined) {
    return <Failed what={t("station.job")} error={job.error} onRetry={job.refetch} />;
  }
  return <JobView station={station} job={job.data ?? null} />;
}

type JobViewProps = { station: string; job: Job | null };
type Dialog = "none" | "short" | "exception" | "type";

function JobView({ station, job }: JobViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog>("none");
  const [told, setTold] = useState<Told | null>(null);
  const [heard, setHeard] = useState<string | null>(null);
  const [sent, setSent] = useState<JobAct | null>(null);

  const done = useCallback(
    (effect: JobEffect, act: JobAct) => {
      play(act.act === "exception" || act.act === "short" ? "attention" : "ok");
      setTold({ tone: "ok", text: serverText(t, effectKeyOf(effect, act), effect.effect) });
      setDialog("none");
    },
    [t],
  );
  const act = useJobAct(station, done);
  const signOff = useSignOff(() => {
    bindStation(null);
    void navigate("/station");
  });

  const send = (input: JobAct) => {
    setTold(null);
    setSent(input);
    act.send(input);
  };

  const take = (scanned: Scanned) => {
    setHeard(scanned.value);
    if (!job || act.sending) return;
    const verdict = readScan(job, scanned);
    if (verdict.ok) send({ act: "confirm", task: job.taskId, ...verdict.confirm });
    else {
      play("wrong");
      setTold({ tone: "wrong", text: t(`station.scan.${verdict.why}`, { code: scanned.value, expected: verdict.expected }) });
    }
  };
  const scan = (code: string) => take(meaningOf(code));
  useScanner(dialog === "none", scan);
  useStationScans(station, dialog === "none", ({ kind, value, text, refusal }) => {
    if (!refusal) {
      take({ kind, value, raw: text });
      return;
    }
    setHeard(text);
    play("wrong");
    setTold({ tone: "wrong", text: t("station.scan.refused", { code: text, why: word(t, "station.scan.why", refusal) }) });
  });
  const refusedWeight =
    act.error?.problem.code === "weight-differs" && sent?.act === "confirm" ? (sent.code ?? "") : null;

  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <h1>{station}</h1>
        {job ? <Behind station={station} task={job.taskId} behind={job.behind} /> : null}
        <Button variant="default" h={48} disabled={signOff.sending} onClick={() => signOff.send(station)}>
          {t("station.leave")}
        </Button>
      </header>
      <EffectBand told={told} sending={act.sending} error={act.error} />
      {job ? (
        <>
          <TableBand
            station={station}
            job={job}
            refused={refusedWeight}
            sending={act.sending}
            onAccept={(accepted) => {
              if (sent?.act === "confirm") send({ ...sent, ...accepted });
            }}
          />
          <JobCard job={job} sending={act.sending} onAct={send} onShort={() => setDialog("short")} />
          <footer className={classes.bottom}>
            {reasonsOf(job).length > 0 ? (
              <Button variant="default" className={classes.big ?? ""} onClick={() => setDialog("exception")}>
                {t("station.exception.button")}
              </Button>
            ) : (
              <span />
            )}
            {expectationOf(job) === "nothing" ? null : (
              <ScanBox
                expects={t(`station.expects.${expectationOf(job)}`)}
                heard={heard}
                open={dialog === "type"}
                onOpen={() => setDialog("type")}
                onClose={() => setDialog("none")}
                onCode={(code) => {
                  setDialog("none");
                  scan(code);
                }}
              />
            )}
          </footer>
          <ShortPick
            key={`short-${job.taskId}`}
            job={job}
            open={dialog === "short"}
            sending={act.sending}
            error={act.error}
            onSend={send}
            onClose={() => setDialog("none")}
          />
          <ExceptionDialog
            key={`exception-${job.taskId}`}
            job={job}
            open={dialog === "exception"}
            sending={act.sending}
            error={act.error}
            onSend={send}
            onClose={() => setDialog("none")}
          />
        </>
      ) : (
        <section className={classes.idle}>
          <p className={classes.instruction}>{t("station.noJob")}</p>
          <p>{t("station.noJobHint")}</p>
          <LoadsAtStation station={station} />
        </section>
      )}
    </div>
  );
}
