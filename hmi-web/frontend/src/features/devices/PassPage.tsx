import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Pass } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { usePass } from "./api/readPoints";
import classes from "./devices.module.css";
import { PassPicture } from "./PassPicture";
import { ReasonList } from "./ReasonList";

/** Why one tag was counted or not: the picture of its reads and the eyes, and every rule that was asked. */
export function PassPage() {
  const { t } = useTranslation();
  const { number = "" } = useParams();
  const pass = usePass(number);
  const what = t("devices.pass", { number });
  if (pass.isPending) return <Loading what={what} />;
  if (pass.isError) return <Failed what={what} error={pass.error} onRetry={pass.refetch} />;
  return (
    <>
      <Title title={what} back={`/read-points/${pass.data.pass.readPoint}`} />
      <div className={classes.stack}>
        <Verdict pass={pass.data} />
        <section className="card pad" aria-label={t("devices.picture")}>
          <h2>{t("devices.picture")}</h2>
          <PassPicture pass={pass.data} />
        </section>
        <section className="card pad" aria-label={t("devices.reasonsHead")}>
          <h2>{t("devices.reasonsHead")}</h2>
          <ReasonList reasons={pass.data.reasons} />
        </section>
      </div>
    </>
  );
}

function Verdict({ pass }: { pass: Pass }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const row = pass.pass;
  const facts: [string, string][] = [
    [t("devices.readPoint"), row.readPoint],
    [t("devices.direction"), t(`devices.directions.${row.direction}`)],
    [t("devices.readsHead"), formats.number(row.count)],
    [t("devices.peak"), formats.number(row.peakDbm)],
    [t("devices.firstRead"), formats.timeMs(row.first)],
    [t("devices.lastRead"), formats.timeMs(row.last)],
    [t("devices.decidedAt"), formats.timeMs(pass.decidedAt)],
    ...pass.antennas.map((one): [string, string] => [
      `${one.device} / ${one.antenna}${one.side === "none" ? "" : ` (${word(t, "devices.sides", one.side)})`}`,
      t("devices.antennaHeard", { count: one.count, peak: formats.number(one.peakDbm) }),
    ]),
    ...pass.neighbours.map((one): [string, string] => [
      t("devices.neighbour", { id: one.readPoint }),
      t("devices.antennaHeard", { count: one.count, peak: formats.number(one.dbm) }),
    ]),
  ];
  return (
    <section className="card pad" aria-label={t("devices.decision")}>
      <p>
        <Tag tone={row.counted ? "done" : "attention"}>
          {row.counted ? t("devices.countedYes") : t("devices.countedNo")}
        </Tag>{" "}
        <code>{row.epc}</code>
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
