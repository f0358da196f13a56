import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Refused } from "../../ui/States";
import { useClearTags, useLaidTags, useLayTags, type LayTags } from "./api/encoding";
import classes from "./encoding.module.css";

type LayTagsPanelProps = { reader: string; antenna: number };

/** Somebody's pallet of the demonstration, as a tag to be refused. */
const someKey = "3114A2EFA8000000A1000000";
const near = -45;
const far = -75;

/** The hands of the simulated world: lays tags before a simulated reader and takes them away. */
export function LayTagsPanel({ reader, antenna }: LayTagsPanelProps) {
  const { t } = useTranslation();
  const lay = useLayTags();
  const clear = useClearTags();
  const laid = useLaidTags();
  const lying = (laid.data ?? []).filter((tag) => tag.reader === reader).length;
  const blank: LayTags = { reader, antenna, count: 1, rssiDbm: near, leaves: false };
  const offers: [string, LayTags][] = [
    [t("encoding.sim.one"), blank],
    [t("encoding.sim.stack"), { ...blank, count: 10 }],
    [t("encoding.sim.twin"), { ...blank, epc: someKey }],
    [t("encoding.sim.locked"), { ...blank, password: "0000CAFE" }],
    [t("encoding.sim.weak"), { ...blank, rssiDbm: far }],
    [t("encoding.sim.leaves"), { ...blank, leaves: true }],
  ];
  return (
    <section className="card pad" aria-label={t("encoding.sim.title")}>
      <h2>{t("encoding.sim.title")}</h2>
      <p className={classes.muted}>{t("encoding.sim.means")}</p>
      <p>{t("encoding.sim.lying", { count: lying })}</p>
      <div className={classes.buttons}>
        {offers.map(([name, tags]) => (
          <Button key={name} variant="default" h={44} disabled={lay.sending} onClick={() => lay.send(tags)}>
            {name}
          </Button>
        ))}
        <Button variant="default" h={44} disabled={clear.sending} onClick={() => clear.send(reader)}>
          {t("encoding.sim.clear")}
        </Button>
      </div>
      <Refused error={lay.error ?? clear.error} />
    </section>
  );
}
