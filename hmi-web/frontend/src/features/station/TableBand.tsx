import { Button } from "@mantine/core";
import { IconPrinter, IconScale } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Job, StationEquipment, StationWeight } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Tag } from "../../ui/Tag";
import { useEquipment } from "./api/equipment";
import classes from "./station.module.css";
import { weighingOf } from "./weighing";

type TableBandProps = { station: string; job: Job; refused: boolean; sending: boolean; onAccept: (weightG: number) => void };

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
          expectedG={job.pack?.weightG ?? 0}
          refused={refused}
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
  expectedG: number;
  refused: boolean;
  sending: boolean;
  onAccept: (weightG: number) => void;
};

function Weight({ scale, expectedG, refused, sending, onAccept }: WeightProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const weighing = weighingOf(scale, expectedG);
  const kg = (grams: number) => `${formats.number(Math.round(grams) / 1000)} kg`;
  const differs = weighing.state === "weight" && weighing.verdict === "differs";
  return (
    <div className={classes.tableItem} role="status" aria-label={t("station.scale.name")}>
      <IconScale size={28} aria-hidden />
      <strong className={weighing.state === "weight" ? classes.count : "stale"}>
        {weighing.state === "weight" ? kg(weighing.grams) : t(`station.scale.${weighing.state}`)}
      </strong>
      {weighing.state === "weight" && weighing.verdict !== "unknown" ? (
        <Tag tone={differs ? "wrong" : "done"}>
          {t(`station.scale.${weighing.verdict}`, { expected: kg(expectedG), tolerance: kg(weighing.tolerance) })}
        </Tag>
      ) : null}
      {differs && refused ? (
        <Button variant="default" h={48} disabled={sending} onClick={() => onAccept(Math.round(weighing.grams))}>
          {t("station.scale.accept")}
        </Button>
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
