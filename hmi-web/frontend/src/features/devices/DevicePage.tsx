import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Device } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { whyText, word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { useDevices } from "./api/devices";
import classes from "./devices.module.css";
import { SignalMark } from "./SignalMark";

/** A point not read for so long is hatched. */
const pointStaleMs = 5_000;

export function DevicePage() {
  const { t } = useTranslation();
  const { name = "" } = useParams();
  const devices = useDevices();
  if (devices.isPending) return <Loading what={name} />;
  if (devices.isError) return <Failed what={name} error={devices.error} onRetry={devices.refetch} />;
  const device = devices.data.find((one) => one.name === name);
  if (!device) return <h1>{t("devices.noSuch", { name })}</h1>;
  return (
    <>
      <Title title={device.name} back="/devices" />
      <div className={classes.stack}>
        <Facts device={device} />
        <Points device={device} fetchedAt={devices.dataUpdatedAt} />
        <Reads device={device} />
      </div>
    </>
  );
}

function Facts({ device }: { device: Device }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const facts: [string, string][] = [
    [t("devices.kind"), word(t, "devices.kinds", device.kind)],
    [t("devices.driver"), device.driver],
    [t("devices.address"), device.address],
    [t("devices.simulated"), device.simulated ? t("ui.yes") : t("ui.no")],
    [t("devices.link"), word(t, "devices.links", device.link)],
    [t("devices.lastExchange"), formats.dateTime(device.lastExchangeAt)],
    [t("devices.exchanges"), formats.number(device.exchanges)],
    [t("devices.errors"), formats.number(device.errors)],
    [t("devices.noise"), formats.number(device.noiseBytes)],
    [t("devices.trouble"), whyText(t, device.trouble)],
  ];
  return (
    <section className="card pad">
      <p className={classes.signal}>
        <SignalMark signal={device.signal} /> <strong>{t(`devices.signals.${device.signal}`)}</strong>
      </p>
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

function Points({ device, fetchedAt }: { device: Device; fetchedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (!device.points) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.points")}</h2>
      <Table aria-label={t("devices.points")}>
        <Table.Tbody>
          {device.points.map((point) => {
            const age = typeof point.ageMs === "number" ? point.ageMs + Math.max(0, now - fetchedAt) : null;
            const value = point.value ?? null;
            const stale = value === null || age === null || age > pointStaleMs;
            return (
              <Table.Tr key={point.name}>
                <Table.Td>
                  <code>{point.name}</code>
                </Table.Td>
                <Table.Td className={stale ? "stale" : ""}>
                  {stale ? t("ui.unknown") : value ? `1 · ${t("devices.on")}` : `0 · ${t("devices.off")}`}
                </Table.Td>
                <Table.Td>{formats.age(age)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Reads({ device }: { device: Device }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!device.lastReads) return null;
  return (
    <section className="card">
      <h2 className={classes.head}>{t("devices.reads")}</h2>
      {device.lastReads.length === 0 ? <p className={classes.head}>{t("devices.noReads")}</p> : null}
      <Table aria-label={t("devices.reads")}>
        <Table.Tbody>
          {device.lastReads.map((read) => (
            <Table.Tr key={`${read.epc}-${read.at}`}>
              <Table.Td>
                <code>{read.epc}</code>
              </Table.Td>
              <Table.Td>{t("devices.antenna", { antenna: read.antenna })}</Table.Td>
              <Table.Td>{typeof read.rssi === "number" ? `${read.rssi} dBm` : "–"}</Table.Td>
              <Table.Td>{formats.time(read.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
