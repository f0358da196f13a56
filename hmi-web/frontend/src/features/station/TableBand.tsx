import { Button } from "@mantine/core";
import { IconPrinter, IconScale } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job, StationEquipment, StationWeight } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Tag } from "../../ui/Tag";
import { AcceptWeight, type Accepted } from "./AcceptWeight";
import { useEquipment } from "./api/equipment";
import { Fact } from "./Fact";
import classes from "./station.module.css";
import { weighedOf, weighingOf, type Weighed } from "./weighing";

type TableBandProps = {
  station: string;
  job: Job;
  /** The code whose weight was refused; empty for a parcel, null when nothing was. */
  refused: string | null;
  sending: boolean;
  onAccept: (accepted: Accepted & { weightG: number }) => void;
};

/** Scale and printer of the station, where the job has to do with them. Nothing where there are none. */
export function TableBand({ station, job, refused, sending, onAccept }: TableBandProps) {
  const equipment = useEquipment(station);
  const there = equipment.data;
  if (!there || (job.kind !== "pack" && job.kind !== "unload")) return null;
  if (!there.scale && !there.printer) return null;
  return (
    <div className={classes.table}>
      {there.scale ? (
        <Weight
          scale={there.scale}
          weighed={weighedOf(job, refused)}
          refused={refused !== null}
          sending={sending}
          onAccept={onAccept}
        />
      ) : null}
      {there.printer ? <Printer printer={there.printer} /> : null}
    </div>
  );
}

type WeightProps = {
  scale: StationWeight;
  weighed: Weighed | null;
  refused: boolean;
  sending: boolean;
  onAccept: (accepted: Accepted & { weightG: number }) => void;
};

/** What lies on the scale, what should, how far apart they are, and what to do when that is too far. */
function Weight({ scale, weighed, refused, sending, onAccept }: WeightProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [asked, setAsked] = useState(false);
  const weighing = weighingOf(scale, weighed?.expectedG ?? 0);
  const kg = (grams: number) => `${formats.number(Math.round(grams) / 1000)} kg`;
  if (weighing.state !== "weight") {
    return (
      <div className={classes.tableItem} role="status" aria-label={t("station.scale.name")}>
        <IconScale size={28} aria-hidden />
        <strong className={weighing.state === "empty" ? "" : "stale"}>{t(`station.scale.${weighing.state}`)}</strong>
      </div>
    );
  }
  const compared = weighing.verdict !== "unknown";
  const differs = weighing.verdict === "differs";
  return (
    <div className={classes.weighing} data-differs={differs} role="status" aria-label={t("station.scale.name")}>
      <div className={classes.weighed}>
        <IconScale size={28} aria-hidden />
        <dl className={classes.facts}>
          <Fact name={t("station.scale.measured")}>
            <strong className={classes.grams}>{kg(weighing.grams)}</strong>
          </Fact>
          {compared ? (
            <>
              <Fact name={t("station.scale.expected")}>
                {kg(weighed?.expectedG ?? 0)} ± {kg(weighing.tolerance)}
              </Fact>
              <Fact name={t("station.scale.difference")}>
                {weighing.difference > 0 ? "+" : weighing.difference < 0 ? "−" : ""}
                {kg(Math.abs(weighing.difference))}
              </Fact>
            </>
          ) : null}
          {weighed?.unit ? (
            <Fact name={t("station.pick.unit")}>
              <code>{weighed.unit}</code>
            </Fact>
          ) : null}
        </dl>
        {compared ? (
          <Tag tone={differs ? "wrong" : "done"}>{t(`station.scale.${differs ? "differs" : "fits"}`)}</Tag>
        ) : (
          <span className={classes.muted}>{t(weighed ? "station.scale.noWeight" : "station.scale.scanToCompare")}</span>
        )}
      </div>
      {differs ? (
        <div className={classes.weighed}>
          <span>{t(weighed?.unit ? "station.scale.todoPallet" : "station.scale.todo")}</span>
          {refused ? (
            <Button variant="default" h={56} disabled={sending} onClick={() => setAsked(true)}>
              {t("station.scale.accept", { weight: kg(weighing.grams) })}
            </Button>
          ) : null}
          <AcceptWeight
            open={refused && asked}
            weight={kg(weighing.grams)}
            sending={sending}
            onAccept={(accepted) => {
              setAsked(false);
              onAccept({ ...accepted, weightG: Math.round(weighing.grams) });
            }}
            onClose={() => setAsked(false)}
          />
        </div>
      ) : null}
    </div>
  );
}

function Printer({ printer }: { printer: NonNullable<StationEquipment["printer"]> }) {
  const { t } = useTranslation();
  const fine = printer.status === "ready" || printer.status === "printing";
  return (
    <div className={classes.tableItem} role="status" aria-label={t("station.printer.name")}>
      <IconPrinter size={28} aria-hidden />
      <span>
        {printer.device}: {fine ? word(t, "devices.printerStates", printer.status) : null}
      </span>
      {fine ? null : <Tag tone="wrong">{word(t, "devices.printerStates", printer.status)}</Tag>}
      {printer.waiting > 0 ? <span>{t("station.printer.waiting", { count: printer.waiting })}</span> : null}
      {printer.held > 0 ? <Tag tone="wrong">{t("station.printer.held", { count: printer.held })}</Tag> : null}
    </div>
  );
}
