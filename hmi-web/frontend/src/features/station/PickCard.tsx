import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Job } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { serverText } from "../../i18n/server";
import { BigButton } from "./BigButton";
import { isHeld } from "./exceptions";
import { Fact } from "./Fact";
import classes from "./station.module.css";

type PickCardProps = {
  job: Job;
  pick: NonNullable<Job["pick"]>;
  sending: boolean;
  onConfirm: (extra: { quantity?: number; code?: string }) => void;
  onShort: () => void;
};

/** Take so many of this item from the unit that stands at this position. */
export function PickCard({ job, pick, sending, onConfirm, onShort }: PickCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const confirmed = pick.unitConfirmedBy ?? null;
  return (
    <section className={classes.card} aria-label={t("station.kinds.pick")}>
      <p className={classes.instruction}>
        {serverText(t, job.instructionKey, job.facts)}
      </p>
      <div className={classes.pickMain}>
        <div className={classes.position}>
          <span>{t("station.pick.from")}</span>
          <strong>{pick.position}</strong>
        </div>
        <div className={classes.pickItem}>
          <span className={classes.itemName}>{pick.itemName}</span>
          <span>
            <code>{pick.item}</code> · GTIN <code>{pick.gtin}</code>
          </span>
        </div>
        <div className={classes.quantity}>
          <strong>{formats.number(pick.quantity)}</strong>
          <span>{t("station.pick.pieces")}</span>
        </div>
      </div>
      <dl className={classes.facts}>
        <Fact name={t("station.pick.unit")}>
          <code>{pick.unit}</code>
        </Fact>
        <Fact name={t("station.pick.confirmedBy")}>
          {confirmed === null ? t("station.pick.notConfirmed") : t(`station.pick.by.${confirmed}`)}
        </Fact>
        <Fact name={t("station.pick.lot")}>
          {pick.lot ?? "–"} · {formats.date(pick.expiry)}
        </Fact>
        <Fact name={t("station.pick.order")}>
          {pick.order} · {pick.customerName}
        </Fact>
      </dl>
      {confirmed === null || isHeld(job) ? (
        <p className={classes.waiting}>{t(isHeld(job) ? "station.pick.held" : "station.pick.waitTag")}</p>
      ) : (
        <div className={classes.two}>
          <Button variant="default" className={classes.big ?? ""} disabled={sending} onClick={onShort}>
            {t("station.pick.shortVerb")}
          </Button>
          <BigButton
            verb={t("station.pick.confirmVerb", { quantity: formats.number(pick.quantity) })}
            sending={sending}
            onClick={() => onConfirm({ quantity: pick.quantity })}
          />
        </div>
      )}
    </section>
  );
}
