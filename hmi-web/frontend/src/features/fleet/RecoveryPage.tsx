import { Button, Checkbox, Radio, Select, TextInput, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import type { Floor, RecoveryAboard, VehicleRecovery, VehicleRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { mistakeAt, whyText, word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading, Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useFloor } from "../floor/api/floor";
import { useRecover, useRecovery } from "./api/recovery";
import { useVehicles } from "./api/vehicles";
import classes from "./fleet.module.css";
import { PlaceOnMap } from "./PlaceOnMap";
import { answersOf, asksForPlace, fatesFor, ssccIn, supposed, type Found, isSilent } from "./recovery";

const aboards: RecoveryAboard[] = ["nothing", "unit", "unknown"];
const fields = ["node", "aboard", "unit", "fate", "putAt", "note"];

/** Leads a person who stands beside a vehicle in trouble through what the program has to know. */
export function RecoveryPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const known = useRecovery(id);
  const floor = useFloor();
  const vehicles = useVehicles();
  const what = t("fleet.recovery.what");
  if (known.isPending || floor.isPending || vehicles.isPending) return <Loading what={what} />;
  if (known.isError) return <Failed what={what} error={known.error} onRetry={known.refetch} />;
  if (floor.isError) return <Failed what={what} error={floor.error} onRetry={floor.refetch} />;
  if (vehicles.isError) return <Failed what={what} error={vehicles.error} onRetry={vehicles.refetch} />;
  const row = vehicles.data.find((one) => one.id === id);
  if (!row) return <h1>{t("fleet.noSuch", { id })}</h1>;
  return <Steps known={known.data} floor={floor.data} row={row} />;
}

type StepsProps = { known: VehicleRecovery; floor: Floor; row: VehicleRow };

function Steps({ known, floor, row }: StepsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = known.vehicle;
  const [found, setFound] = useState<Found>(() => supposed(known));
  const [asked, setAsked] = useState(false);
  const recover = useRecover(id, () => void navigate(`/fleet/${id}`));
  const change = (part: Partial<Found>) => {
    recover.clear();
    setFound((before) => ({ ...before, ...part }));
  };
  const fates = fatesFor(known, found);
  const answers = answersOf(known, found);
  const nodes = floor.nodes.map((one) => one.id);
  const mistake = (field: string) => mistakeAt(t, recover.error?.problem, field);
  const elsewhere = recover.error && !fields.some((field) => mistake(field) !== null) ? recover.error : null;
  return (
    <div className={classes.sections}>
      <Title title={t("fleet.recovery.title", { id })} back={`/fleet/${id}`} />
      <p className={classes.lead}>{t("fleet.recovery.lead")}</p>
      <Reported known={known} row={row} />
      <Step number={1} title={t("fleet.recovery.where")} mistake={mistake("node")}>
        <PlaceOnMap floor={floor} selected={found.node} onNode={(node) => change({ node })} />
        <Select
          label={t("fleet.node")}
          searchable
          limit={200}
          size="md"
          data={nodes}
          value={found.node}
          onChange={(node) => change({ node })}
        />
        {known.placeCanBeTold ? <p>{t("fleet.recovery.willBeTold")}</p> : <p>{t("fleet.recovery.cannotBeTold")}</p>}
        {isSilent(known) ? (
          <Checkbox
            size="md"
            className={classes.choice}
            label={t("fleet.recovery.off")}
            description={t("fleet.recovery.offMeans")}
            checked={found.off}
            onChange={(event) => change({ off: event.currentTarget.checked })}
          />
        ) : null}
      </Step>
      <Step number={2} title={t("fleet.recovery.aboardTitle")} mistake={mistake("aboard") ?? mistake("unit")}>
        <Radio.Group
          value={found.aboard}
          onChange={(value) => change({ aboard: value, fate: null, putAt: null })}
          aria-label={t("fleet.recovery.aboardTitle")}
        >
          {aboards.map((one) => (
            <Radio key={one} value={one} size="md" label={t(`fleet.recovery.aboard.${one}`)} className={classes.choice} />
          ))}
        </Radio.Group>
        {found.aboard === "unit" ? (
          <TextInput
            label={t("fleet.recovery.unit")}
            description={t("fleet.recovery.scan")}
            inputMode="numeric"
            size="md"
            maxLength={30}
            value={found.unit}
            onChange={(event) => change({ unit: event.currentTarget.value, fate: null, putAt: null })}
          />
        ) : null}
      </Step>
      <Step number={3} title={t("fleet.recovery.fateTitle")} mistake={mistake("fate") ?? mistake("putAt")}>
        {fates.length === 0 ? (
          <p>{t("fleet.recovery.aboardFirst")}</p>
        ) : (
          <Radio.Group
            value={found.fate}
            onChange={(value) => change({ fate: value })}
            aria-label={t("fleet.recovery.fateTitle")}
          >
            {fates.map((one) => (
              <Radio
                key={one}
                value={one}
                size="md"
                label={t(`fleet.recovery.fate.${one}`)}
                description={t(`fleet.recovery.fateMeans.${one}`)}
                className={classes.choice}
              />
            ))}
          </Radio.Group>
        )}
        {asksForPlace(found.fate) ? (
          <Select
            label={t("fleet.recovery.putAt")}
            searchable
            limit={200}
            size="md"
            data={floor.nodes.filter((one) => one.kind.toLowerCase() !== "lane").map((one) => one.id)}
            value={found.putAt}
            onChange={(putAt) => change({ putAt })}
          />
        ) : null}
      </Step>
      <Step number={4} title={t("fleet.recovery.noteTitle")} mistake={mistake("note")}>
        <Textarea
          label={t("fleet.recovery.note")}
          maxLength={200}
          autosize
          minRows={2}
          value={found.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </Step>
      <Refused error={elsewhere} />
      <div>
        <Button size="lg" h={56} disabled={answers === null} onClick={() => setAsked(true)}>
          {t("fleet.recovery.verb")}
        </Button>
      </div>
      <Past known={known} />
      <Confirm
        open={asked}
        title={t("fleet.recovery.title", { id })}
        consequence={<Summary known={known} found={found} />}
        verb={t("fleet.recovery.verb")}
        sending={recover.sending}
        error={null}
        disabled={answers === null}
        onConfirm={() => {
          if (answers === null) return;
          setAsked(false);
          recover.send(answers);
        }}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}

type StepProps = { number: number; title: string; mistake: string | null; children: ReactNode };

function Step({ number, title, mistake, children }: StepProps) {
  return (
    <section className={`card pad ${classes.step ?? ""}`} aria-label={title}>
      <h2>
        {number}. {title}
      </h2>
      {children}
      {mistake === null ? null : (
        <p role="alert" className={classes.mistake}>
          {mistake}
        </p>
      )}
    </section>
  );
}

/** The vehicle's own word and that of the books, beside which a person's is asked for. */
function Reported({ known, row }: { known: VehicleRecovery; row: VehicleRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const load =
    known.reportsLoad === null
      ? t("fleet.recovery.silent")
      : known.reportsLoad
        ? (known.reportedUnit ?? t("fleet.recovery.unnamed"))
        : t("fleet.recovery.aboard.nothing");
  const facts: [string, string][] = [
    [t("fleet.why"), whyText(t, row.why, row.whyValues)],
    [t("fleet.connection"), word(t, "fleet.connections", row.connection)],
    [t("fleet.lastReport"), formats.dateTime(row.lastReportAt)],
    [t("fleet.mode"), row.mode ? word(t, "fleet.modes", row.mode) : "–"],
    [t("fleet.recovery.lastNode"), known.lastNode ?? "–"],
    [t("fleet.recovery.nearest"), known.nearestNode ?? "–"],
    [t("fleet.recovery.reportedLoad"), load],
    [t("fleet.recovery.booked"), known.booked.join(", ") || "–"],
    [
      t("fleet.transport"),
      known.transport
        ? `${known.transport.id}: ${known.transport.unit}, ${known.transport.from} → ${known.transport.to}`
        : "–",
    ],
  ];
  return (
    <dl className={`card pad ${classes.facts ?? ""}`} aria-label={t("fleet.recovery.known")}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything that will be done, in words, before it is done. */
function Summary({ known, found }: { known: VehicleRecovery; found: Found }) {
  const { t } = useTranslation();
  const unit = ssccIn(found.unit);
  return (
    <ul>
      <li>{t("fleet.recovery.sum.where", { id: known.vehicle, node: found.node ?? "" })}</li>
      <li>
        {found.aboard === "unit"
          ? t("fleet.recovery.sum.unit", { unit })
          : t(`fleet.recovery.sum.${found.aboard ?? "nothing"}`)}
      </li>
      <li>
        {t(`fleet.recovery.sum.fate.${found.fate ?? "none"}`, {
          transport: known.transport?.id ?? "",
          node: found.putAt ?? known.transport?.from ?? "",
        })}
      </li>
      {isSilent(known) ? <li>{t(`fleet.recovery.sum.${found.off ? "off" : "keeps"}`)}</li> : null}
      <li>{t("fleet.recovery.sum.drives")}</li>
    </ul>
  );
}

function Past({ known }: { known: VehicleRecovery }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (known.before.length === 0) return null;
  return (
    <section className="card pad">
      <h2>{t("fleet.recovery.before")}</h2>
      <ul>
        {known.before.map((one) => (
          <li key={`${one.at}-${one.by}`}>
            {formats.dateTime(one.at)} · {one.by} · {one.node} ·{" "}
            {one.unit ?? t(`fleet.recovery.aboard.${one.aboard}`)} · {t(`fleet.recovery.fate.${one.fate}`)}
            {one.putAt ? ` (${one.putAt})` : ""} · {one.note}
          </li>
        ))}
      </ul>
    </section>
  );
}
