import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useOutletContext, useParams } from "react-router";
import { ProblemError } from "../../api/problem";
import type { DeviceDetails, Session } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { mayDo } from "../session/api/session";
import { useDevice, useRemoveDevice } from "./api/devices";
import classes from "./devices.module.css";
import { DeviceSettings } from "./DeviceSettings";
import { DeviceTestButton } from "./DeviceTestButton";
import { PrintJobs } from "./PrintJobs";
import { SignalMark } from "./SignalMark";
import { readsTags } from "./served";
import { Specials } from "./Specials";
import { SwitchSimulated } from "./SwitchSimulated";
import { Telegrams } from "./Telegrams";
import { TroubleText } from "./TroubleText";

export function DevicePage() {
  const { t } = useTranslation();
  const { name = "" } = useParams();
  const session = useOutletContext<Session>();
  const device = useDevice(name);
  if (device.isPending) return <Loading what={name} />;
  if (device.isError && device.error instanceof ProblemError && device.error.problem.status === 404) {
    return <Title title={t("devices.noSuch", { name })} back="/devices" />;
  }
  if (device.isError) return <Failed what={name} error={device.error} onRetry={device.refetch} />;
  const details = device.data;
  const ofSite = details.canTest;
  const administers = mayDo(session, "administrator") && ofSite;
  return (
    <>
      <Title title={name} back="/devices">
        {details.canEncode ? (
          <Button component={Link} to={`/encoding/${name}`} variant="default" h={44}>
            {t("encoding.writeHere")}
          </Button>
        ) : null}
        {administers ? <SwitchSimulated details={details} /> : null}
        {administers ? <Remove name={name} /> : null}
      </Title>
      <div className={classes.stack}>
        <State details={details} test={ofSite && mayDo(session, "supervisor")} />
        <Specials details={details} fetchedAt={device.dataUpdatedAt} />
        {details.device.kind === "printer" ? (
          <PrintJobs printer={name} mayDecide={mayDo(session, "operator")} />
        ) : null}
        {details.tellsTelegrams && mayDo(session, "supervisor") ? <Telegrams device={name} /> : null}
        {administers ? <DeviceSettings name={name} /> : null}
      </div>
    </>
  );
}

function State({ details, test }: { details: DeviceDetails; test: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { device } = details;
  const since = (total: number, perMin: number) =>
    t("devices.totalAndRate", { total: formats.number(total), rate: formats.number(perMin) });
  const facts: [string, string][] = [
    [t("devices.kind"), word(t, "devices.kinds", device.kind)],
    [t("devices.driver"), device.driver],
    [t("devices.address"), device.address],
    [t("devices.simulated"), device.simulated ? t("ui.yes") : t("ui.no")],
    [t("devices.link"), word(t, "devices.links", device.link)],
    [t("devices.lastExchange"), `${formats.time(device.lastExchangeAt)} (${formats.age(device.ageMs)})`],
    [t("devices.exchanges"), since(device.exchanges, device.exchangesPerMin)],
    [t("devices.errors"), since(device.errors, device.errorsPerMin)],
    [t("devices.noise"), since(device.noiseBytes, device.noisePerMin)],
  ];
  if (readsTags(device.kind)) facts.push([t("devices.servedPerMin"), formats.number(device.servedPerMin)]);
  return (
    <section className="card pad" aria-label={t("devices.state")}>
      <div className={classes.stateHead}>
        <p className={classes.signal}>
          <SignalMark signal={device.signal} />
          <strong>{t(`devices.signals.${device.signal}`)}</strong>
          <span className={classes.meaning}>{t(`devices.signalMeans.${device.signal}`)}</span>
        </p>
        {test ? (
          <DeviceTestButton
            name={device.name}
            trouble={device.trouble ?? null}
            hint={device.kind === "scanner" ? t("devices.testScanner") : undefined}
          />
        ) : null}
      </div>
      {device.trouble ? (
        <p className={classes.trouble}>
          <TroubleText device={device} detail />
        </p>
      ) : null}
      <dl className={classes.facts}>
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Feeds details={details} />
    </section>
  );
}

function Feeds({ details }: { details: DeviceDetails }) {
  const { t } = useTranslation();
  if (details.readPoints.length === 0) return null;
  return (
    <ul className={classes.feeds} aria-label={t("devices.feeds")}>
      {details.readPoints.map((use) => (
        <li key={use.antenna}>
          {t("devices.antenna", { antenna: use.antenna })} →{" "}
          {use.readPoint ? <Link to={`/read-points/${use.readPoint}`}>{use.readPoint}</Link> : "–"}
          {use.side === "any" ? null : ` (${word(t, "devices.sides", use.side)})`}
        </li>
      ))}
    </ul>
  );
}

function Remove({ name }: { name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveDevice(name, () => void navigate("/devices"));
  return (
    <>
      <Button
        variant="default"
        h={44}
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t("devices.remove")}
      </Button>
      <Confirm
        open={asking}
        title={t("devices.removeTitle", { name })}
        consequence={t("devices.removeMeans", { name })}
        verb={t("devices.remove")}
        sending={remove.isPending}
        error={remove.error instanceof ProblemError ? remove.error : null}
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
