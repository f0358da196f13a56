import { Button, SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { FaultKind, Simulation } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading, Refused } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useNow } from "../../ui/useNow";
import { useDevices } from "../devices/api/devices";
import { useVehicles } from "../fleet/api/vehicles";
import { useStations } from "../station/api/station";
import { useInjectFault, useSetSpeed, useSimulation } from "./api/sim";
import classes from "./sim.module.css";

const kinds: FaultKind[] = [
  "readerCable",
  "vehicleVanish",
  "brokerRestart",
  "plcSilent",
  "tagDead",
  "vehicleStop",
  "vehicleSlow",
  "vehicleSlip",
  "vehicleSilent",
  "vehicleLosesLoad",
  "vehicleReboot",
  "vehicleForget",
  "vehicleCarried",
  "vehicleRefuses",
  "vehicleActionFails",
  "vehicleMessages",
];
const speeds = [1, 2, 4, 8];
const durations = [5, 10, 30, 60];

export function SimPage() {
  const { t } = useTranslation();
  const sim = useSimulation();
  return (
    <>
      <Title title={t("sim.title")} />
      {sim.isPending ? (
        <Loading what={t("sim.what")} />
      ) : sim.isError ? (
        <Failed what={t("sim.what")} error={sim.error} onRetry={sim.refetch} />
      ) : (
        <div className={classes.stack}>
          <Speed sim={sim.data} />
          <Running sim={sim.data} />
          <div className={classes.faults}>
            {kinds.map((kind) => (
              <FaultCard key={kind} kind={kind} />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

function Speed({ sim }: { sim: Simulation }) {
  const { t } = useTranslation();
  const setSpeed = useSetSpeed();
  const offered = speeds.includes(sim.speed) ? speeds : [...speeds, sim.speed].sort((a, b) => a - b);
  return (
    <section className="card pad">
      <h2>{t("sim.speed")}</h2>
      <p>{t("sim.speedMeans")}</p>
      <SegmentedControl
        size="lg"
        aria-label={t("sim.speed")}
        disabled={setSpeed.isPending}
        value={String(sim.speed)}
        onChange={(value) => setSpeed.mutate(Number(value))}
        data={offered.map((factor) => ({ value: String(factor), label: `×${factor}` }))}
      />
      <Refused error={setSpeed.error instanceof ProblemError ? setSpeed.error : null} />
    </section>
  );
}

function Running({ sim }: { sim: Simulation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  return (
    <section className="card pad">
      <h2>{t("sim.running")}</h2>
      {sim.faults.length === 0 ? (
        <p>{t("sim.noFaults")}</p>
      ) : (
        <ul>
          {sim.faults.map((fault) => (
            <li key={`${fault.kind}-${fault.target}`}>
              <Tag tone="attention">{t(`sim.kinds.${fault.kind}.name`)}</Tag> {fault.target}{" "}
              {t("sim.endsIn", { left: formats.age(Math.max(0, Date.parse(fault.until) - now)) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FaultCard({ kind }: { kind: FaultKind }) {
  const { t } = useTranslation();
  const devices = useDevices({ kind: "rfid-reader", size: 500 });
  const vehicles = useVehicles();
  const stations = useStations();
  const [target, setTarget] = useState<string | null>(null);
  const [seconds, setSeconds] = useState(10);
  const [asked, setAsked] = useState(false);
  const inject = useInjectFault(() => setAsked(false));
  const targets =
    kind === "readerCable"
      ? (devices.data?.items ?? []).filter((device) => device.kind === "rfid-reader" && device.simulated).map((one) => one.name)
      : kind === "tagDead"
        ? (stations.data ?? []).filter((one) => one.does.includes("load")).flatMap((one) => one.positions)
        : (vehicles.data ?? []).map((vehicle) => vehicle.id);
  const needsTarget = kind !== "brokerRestart" && kind !== "plcSilent";
  return (
    <section className={`card pad ${classes.fault ?? ""}`}>
      <h2>{t(`sim.kinds.${kind}.name`)}</h2>
      <p>{t(`sim.kinds.${kind}.means`)}</p>
      {needsTarget ? (
        <Select size="md" label={t("sim.target")} data={targets} value={target} onChange={setTarget} />
      ) : null}
      <Select
        size="md"
        label={t("sim.lasts")}
        allowDeselect={false}
        data={durations.map((value) => ({ value: String(value), label: `${value} s` }))}
        value={String(seconds)}
        onChange={(value) => setSeconds(Number(value ?? 10))}
      />
      <Button h={52} variant="default" disabled={needsTarget && target === null} onClick={() => setAsked(true)}>
        {t("sim.inject")}
      </Button>
      <Confirm
        open={asked}
        title={t(`sim.kinds.${kind}.name`)}
        consequence={t(kind === "tagDead" ? "sim.forGood" : "sim.consequence", { target: needsTarget ? (target ?? "") : kind === "plcSilent" ? "PLC" : "MQTT", seconds })}
        verb={t("sim.inject")}
        sending={inject.sending}
        error={inject.error}
        onConfirm={() => inject.send({ kind, target: needsTarget ? (target ?? "") : "broker", seconds })}
        onClose={() => {
          inject.clear();
          setAsked(false);
        }}
      />
    </section>
  );
}
