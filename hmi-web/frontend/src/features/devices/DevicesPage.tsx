import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Device } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { whyText, word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { byNeed, useDevices } from "./api/devices";
import classes from "./devices.module.css";
import { SignalMark } from "./SignalMark";

/** A device not heard for so long is hatched. Slow ones are asked every second. */
const deviceStaleMs = 10_000;

const heads = ["signal", "name", "kind", "driver", "link", "age", "exchanges", "errors", "noise", "trouble"];

export function DevicesPage() {
  const { t } = useTranslation();
  const devices = useDevices();
  const what = t("devices.what");
  return (
    <>
      <Title title={t("devices.title")} />
      {devices.isPending ? (
        <Loading what={what} />
      ) : devices.isError ? (
        <Failed what={what} error={devices.error} onRetry={devices.refetch} />
      ) : devices.data.length === 0 ? (
        <p>{t("devices.none")}</p>
      ) : (
        <Table.ScrollContainer minWidth={1040} className="card">
          <Table aria-label={t("devices.title")} verticalSpacing={5}>
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head} className="nowrap">{t(`devices.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {byNeed(devices.data).map((device) => (
                <Row key={device.name} device={device} fetchedAt={devices.dataUpdatedAt} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Row({ device, fetchedAt }: { device: Device; fetchedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const age = typeof device.ageMs === "number" ? device.ageMs + Math.max(0, now - fetchedAt) : null;
  const stale = device.link !== "connected" || age === null || age > deviceStaleMs;
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.signal}>
          <SignalMark signal={device.signal} /> {t(`devices.signals.${device.signal}`)}
        </span>
      </Table.Td>
      <Table.Td className="nowrap">
        <Link to={`/devices/${device.name}`}>
          <strong>{device.name}</strong>
        </Link>{" "}
        {device.simulated ? <Tag>{t("ui.simulated")}</Tag> : null}
      </Table.Td>
      <Table.Td className="nowrap">{word(t, "devices.kinds", device.kind)}</Table.Td>
      <Table.Td>
        <code>{device.driver}</code>
      </Table.Td>
      <Table.Td className="nowrap">{word(t, "devices.links", device.link)}</Table.Td>
      <Table.Td className={stale ? "stale" : ""}>
        {formats.age(age)}
        {stale && age !== null ? <div>{t("ui.unknownSince", { time: formats.time(now - age) })}</div> : null}
      </Table.Td>
      <Table.Td>{formats.number(device.exchanges)}</Table.Td>
      <Table.Td>{formats.number(device.errors)}</Table.Td>
      <Table.Td>{formats.number(device.noiseBytes)}</Table.Td>
      <Table.Td>{whyText(t, device.trouble)}</Table.Td>
    </Table.Tr>
  );
}
