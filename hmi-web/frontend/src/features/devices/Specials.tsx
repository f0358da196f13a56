import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DeviceDetails } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Tag } from "../../ui/Tag";
import { useNow } from "../../ui/useNow";
import classes from "./devices.module.css";
import { foundText } from "./found";

/** A point not read for so long is hatched. */
const pointStaleMs = 5_000;

type SpecialsProps = { details: DeviceDetails; fetchedAt: number };

/** What only this kind of device has: points, reads, weight, scans, queue. */
export function Specials({ details, fetchedAt }: SpecialsProps) {
  return (
    <>
      <Weight details={details} />
      <Queue details={details} />
      <Machines details={details} />
      <Points details={details} fetchedAt={fetchedAt} />
      <Reads details={details} />
      <Scans details={details} />
      <Capabilities details={details} />
    </>
  );
}

type PartProps = { details: DeviceDetails };

function Weight({ details }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (details.device.kind !== "scale") return null;
  const weight = details.special.weight;
  const stale = !weight || details.device.link !== "connected";
  return (
    <section className="card pad" aria-label={t("devices.weight")}>
      <h2>{t("devices.weight")}</h2>
      <p className={`${classes.big} ${stale ? "stale" : ""}`}>
        {weight && !stale ? `${formats.number(weight.value)} ${weight.unit}` : t("ui.unknown")}
      </p>
      {weight ? (
        <p className={classes.under}>
          <Tag tone={weight.stable ? "done" : "calm"}>{weight.stable ? t("devices.stable") : t("devices.moving")}</Tag>{" "}
          {formats.time(weight.at)}
        </p>
      ) : null}
    </section>
  );
}

function Queue({ details }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queue = details.special.queue;
  if (!queue) return null;
  const facts: [string, string][] = [
    [t("devices.queueStatus"), word(t, "devices.printerStates", queue.status)],
    [t("devices.queueWaiting"), formats.number(queue.waiting)],
    [t("devices.queueOldest"), formats.dateTime(queue.oldestAt)],
    [t("devices.queuePrinted"), formats.number(queue.printed)],
    [t("devices.queueFailed"), formats.number(queue.failed)],
  ];
  return (
    <section className="card pad" aria-label={t("devices.queue")}>
      <h2>{t("devices.queue")}</h2>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Machines({ details }: PartProps) {
  const { t } = useTranslation();
  const machines = details.special.machines;
  if (!machines || machines.length === 0) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.machines")}</h2>
      <Table aria-label={t("devices.machines")}>
        <Table.Tbody>
          {machines.map((machine) => (
            <Table.Tr key={machine.name}>
              <Table.Td>
                <code>{machine.name}</code>
              </Table.Td>
              <Table.Td>{word(t, "devices.machineKinds", machine.kind)}</Table.Td>
              <Table.Td>{word(t, "devices.machineStates", machine.state)}</Table.Td>
              <Table.Td>
                {machine.trouble ? <Tag tone="wrong">{word(t, "devices.machineTroubles", machine.trouble)}</Tag> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Points({ details, fetchedAt }: SpecialsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const points = details.special.points;
  if (!points || points.length === 0) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.points")}</h2>
      <div className={classes.columns}>
        {points.map((point) => {
          const age = typeof point.ageMs === "number" ? point.ageMs + Math.max(0, now - fetchedAt) : null;
          const known = typeof point.value === "boolean" || typeof point.number === "number";
          const stale = !known || age === null || age > pointStaleMs;
          const shown =
            typeof point.number === "number"
              ? `${formats.number(point.number)} ${point.unit ?? ""}`
              : point.value === true
                ? `1 · ${t("devices.on")}`
                : `0 · ${t("devices.off")}`;
          return (
            <div key={point.name} className={classes.point}>
              <code>{point.name}</code>
              <span className={stale ? "stale" : ""}>{stale ? t("ui.unknown") : shown}</span>
              <span className={classes.muted}>{formats.age(age)}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Reads({ details }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const reads = details.special.lastReads;
  if (!reads) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.reads")}</h2>
      {reads.length === 0 ? <p className={classes.none}>{t("devices.noReads")}</p> : null}
      <Table aria-label={t("devices.reads")}>
        <Table.Tbody>
          {reads.map((read) => (
            <Table.Tr key={`${read.epc}-${read.antenna}`}>
              <Table.Td>
                <code>{read.epc}</code>
              </Table.Td>
              <Table.Td>{t("devices.antenna", { antenna: read.antenna })}</Table.Td>
              <Table.Td>{typeof read.rssi === "number" ? `${formats.number(read.rssi)} dBm` : "–"}</Table.Td>
              <Table.Td>{formats.timeMs(read.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Scans({ details }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const scans = details.special.scans;
  if (!scans) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.scans")}</h2>
      {scans.length === 0 ? <p className={classes.none}>{t("devices.noScans")}</p> : null}
      <Table aria-label={t("devices.scans")}>
        <Table.Tbody>
          {scans.map((scan, index) => (
            <Table.Tr key={`${scan.at}-${index}`}>
              <Table.Td>{formats.time(scan.at)}</Table.Td>
              <Table.Td>{scan.kind}</Table.Td>
              <Table.Td>
                <code>{scan.text}</code>
              </Table.Td>
              <Table.Td>
                {Object.entries(scan.meaning)
                  .map(([ai, value]) => `(${ai}) ${value}`)
                  .join("  ")}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Capabilities({ details }: PartProps) {
  const { t } = useTranslation();
  const said = Object.entries(details.special.capabilities ?? {});
  if (said.length === 0) return null;
  return (
    <section className="card pad" aria-label={t("devices.capabilities")}>
      <h2>{t("devices.capabilities")}</h2>
      <dl className={classes.facts}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{word(t, "devices.found", name)}</dt>
            <dd>
              {foundText(t, name, value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

