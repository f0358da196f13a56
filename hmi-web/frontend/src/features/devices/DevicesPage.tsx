import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext } from "react-router";
import { useList } from "../../api/list";
import type { Device, DeviceKind, Session, Signal } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { mayDo } from "../session/api/session";
import { devicesPath, useDevices } from "./api/devices";
import classes from "./devices.module.css";
import { readsTags } from "./served";
import { SignalMark } from "./SignalMark";
import { TroubleText } from "./TroubleText";

/** A device not heard for so long is hatched. Slow ones are asked every second. */
const deviceStaleMs = 10_000;

const kinds: DeviceKind[] = ["rfid-reader", "tag-head", "plc", "scale", "scanner", "printer", "broker"];
const signals: Signal[] = ["failure", "check", "outOfSpec", "maintenance", "unknown", "ok"];

/** Devices that speak only when there is something to say. */
const quietKinds: DeviceKind[] = ["scanner", "printer"];

export function DevicesPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const list = useList();
  const devices = useDevices(list.query);
  const perMinute = (value: number) => (value === 0 ? "0" : formats.number(value));
  const columns: Column<Device>[] = [
    {
      key: "signal",
      header: t("devices.signalShort"),
      sort: "signal",
      cell: (row) => (
        <span className={classes.signal}>
          <SignalMark signal={row.signal} /> {t(`devices.signals.${row.signal}`)}
        </span>
      ),
    },
    {
      key: "name",
      header: t("devices.name"),
      sort: "name",
      cell: (row) => (
        <span className="nowrap">
          <Link to={`/devices/${row.name}`}>
            <strong>{row.name}</strong>
          </Link>{" "}
          {row.simulated ? <Tag>{t("ui.simulated")}</Tag> : null}
        </span>
      ),
    },
    {
      key: "kind",
      header: t("devices.kind"),
      sort: "kind",
      cell: (row) => (
        <>
          {word(t, "devices.kinds", row.kind)}
          <div className={classes.muted}>
            <code>{row.driver}</code>
          </div>
        </>
      ),
    },
    {
      key: "age",
      header: t("devices.age"),
      sort: "ageMs",
      cell: (row) => <Age device={row} fetchedAt={devices.dataUpdatedAt} />,
    },
    {
      key: "served",
      header: t("devices.servedShort"),
      sort: "servedPerMin",
      number: true,
      cell: (row) => (readsTags(row.kind) ? perMinute(row.servedPerMin) : "–"),
    },
    {
      key: "errors",
      header: t("devices.errorsPerMin"),
      sort: "errorsPerMin",
      number: true,
      cell: (row) => perMinute(row.errorsPerMin),
    },
    {
      key: "noise",
      header: t("devices.noisePerMin"),
      sort: "noisePerMin",
      number: true,
      cell: (row) => perMinute(row.noisePerMin),
    },
    { key: "trouble", header: t("devices.trouble"), cell: (row) => <TroubleText device={row} /> },
  ];
  return (
    <>
      <Title title={t("devices.title")}>
        <Button component={Link} to="/read-points" variant="default" h={44}>
          {t("devices.readPoints")}
        </Button>
        {mayDo(session, "administrator") ? (
          <Button component={Link} to="/devices/new" h={44} leftSection={<IconPlus size={18} aria-hidden />}>
            {t("devices.add")}
          </Button>
        ) : null}
      </Title>
      <DataList
        what={t("devices.what")}
        list={list}
        rows={devices}
        columns={columns}
        rowKey={(row) => row.name}
        path={devicesPath}
        minWidth={960}
        empty={t("devices.none")}
        filters={
          <>
            <Pick
              list={list}
              name="kind"
              label={t("devices.kind")}
              options={kinds.map((value) => ({ value, label: word(t, "devices.kinds", value) }))}
            />
            <Pick
              list={list}
              name="signal"
              label={t("devices.signalShort")}
              options={signals.map((value) => ({ value, label: t(`devices.signals.${value}`) }))}
            />
          </>
        }
      />
    </>
  );
}

function Age({ device, fetchedAt }: { device: Device; fetchedAt: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const age = typeof device.ageMs === "number" ? device.ageMs + Math.max(0, now - fetchedAt) : null;
  const tooOld = age === null || age > deviceStaleMs;
  const stale = device.link !== "connected" || (tooOld && !quietKinds.includes(device.kind));
  return (
    <span className={stale ? "stale" : ""}>
      {formats.age(age)}
      {stale && age !== null ? <div>{t("ui.unknownSince", { time: formats.time(now - age) })}</div> : null}
    </span>
  );
}
