import { Button, Table, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Failed, Loading, Refused } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { useDecidePrint, usePrintJobs, usePrintLabel } from "./api/printer";
import classes from "./devices.module.css";

type PrintJobsProps = { printer: string; mayDecide: boolean };

/** The queue of a printer: what waits, what is held and why, what came out; a person decides about held labels. */
export function PrintJobs({ printer, mayDecide }: PrintJobsProps) {
  const { t } = useTranslation();
  const jobs = usePrintJobs(printer);
  const decide = useDecidePrint(printer);
  if (jobs.isPending) return <Loading what={t("devices.jobs.title")} />;
  if (jobs.isError) return <Failed what={t("devices.jobs.title")} error={jobs.error} onRetry={jobs.refetch} />;
  return (
    <section className="card" aria-label={t("devices.jobs.title")}>
      <h2 className={classes.head}>{t("devices.jobs.title")}</h2>
      <Refused error={decide.error} />
      {mayDecide ? <PrintOne printer={printer} /> : null}
      {jobs.data.length === 0 ? <p className={classes.none}>{t("devices.jobs.none")}</p> : null}
      {jobs.data.length === 0 ? null : (
        <Table aria-label={t("devices.jobs.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("devices.jobs.label")}</Table.Th>
              <Table.Th>{t("devices.jobs.state")}</Table.Th>
              <Table.Th>{t("devices.jobs.tag")}</Table.Th>
              <Table.Th>{t("devices.jobs.at")}</Table.Th>
              <Table.Th>{t("devices.jobs.decide")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {jobs.data.map((job) => (
              <Row
                key={`${job.id}-${job.at ?? ""}`}
                job={job}
                sending={decide.sending}
                onDecide={mayDecide ? (what) => decide.send({ job: job.id, what }) : null}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

type RowProps = { job: PrintJob; sending: boolean; onDecide: ((what: "again" | "cancel") => void) | null };

function Row({ job, sending, onDecide }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const open = job.state === "waiting" || job.state === "held";
  const tones = { waiting: "calm", sent: "calm", held: "wrong", printed: "done", cancelled: "calm" } as const;
  return (
    <Table.Tr>
      <Table.Td>
        <code>{job.sscc ?? job.id}</code>
      </Table.Td>
      <Table.Td>
        <Tag tone={tones[job.state]}>{t(`devices.jobs.states.${job.state}`)}</Tag>
        {job.why ? <div className={classes.muted}>{t(`devices.jobs.held.${job.why}`, job.whyValues)}</div> : null}
      </Table.Td>
      <Table.Td>{job.epc ? <code>{job.epc}</code> : "–"}</Table.Td>
      <Table.Td>{formats.time(job.at)}</Table.Td>
      <Table.Td>
        {open && onDecide ? (
          <span className={classes.jobActs}>
            {job.state === "held" ? (
              <Button variant="default" h={44} disabled={sending} onClick={() => onDecide("again")}>
                {t("devices.jobs.again")}
              </Button>
            ) : null}
            <Button variant="default" h={44} disabled={sending} onClick={() => onDecide("cancel")}>
              {t("devices.jobs.cancel")}
            </Button>
          </span>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

/** A label once more, or of a pallet that came without one. */
function PrintOne({ printer }: { printer: string }) {
  const { t } = useTranslation();
  const [sscc, setSscc] = useState("");
  const print = usePrintLabel(printer, () => setSscc(""));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    print.send(sscc.replace(/\D/g, "").replace(/^00(?=\d{18}$)/, ""));
  };
  return (
    <form className={classes.printOne} onSubmit={submit}>
      <TextInput
        size="md"
        label={t("devices.jobs.sscc")}
        value={sscc}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => setSscc(event.currentTarget.value)}
      />
      <Button type="submit" h={44} disabled={print.sending || sscc.trim() === ""}>
        {t("devices.jobs.print")}
      </Button>
      <Refused error={print.error} />
    </form>
  );
}
