import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Load } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Tag } from "../../ui/Tag";
import { ReasonList } from "../devices/ReasonList";
import classes from "./loads.module.css";

type LoadThingsProps = { load: Load; sending: boolean; onTakenOff: (tag: string) => void };
type Parcel = Load["parcels"][number];

/** What is missing first, then what is too much, then what is as it should be. */
export function LoadThings({ load, sending, onTakenOff }: LoadThingsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const missing = load.parcels.filter((parcel) => !parcel.loaded);
  const loaded = load.parcels.filter((parcel) => parcel.loaded);
  const surplus = load.extras.filter((extra) => extra.settledBy == null);
  const settled = load.extras.filter((extra) => extra.settledBy != null);
  return (
    <div className={classes.columns}>
      <Things title={t("loads.missingHead", { count: missing.length })} show={missing.length > 0}>
        {missing.map((parcel) => (
          <li key={parcel.sscc} className={classes.thing}>
            <div>
              <ParcelName parcel={parcel} />
              {parcel.why.length > 0 ? <ReasonList reasons={parcel.why} /> : null}
            </div>
            <Tag tone="attention">{t(`loads.parcelState.${parcel.state}`)}</Tag>
          </li>
        ))}
      </Things>
      <Things title={t("loads.leftBehindHead", { count: load.leftBehind.length })} show={load.leftBehind.length > 0}>
        {load.leftBehind.map((parcel) => (
          <li key={parcel.sscc} className={classes.thing}>
            <ParcelName parcel={parcel} />
          </li>
        ))}
      </Things>
      <Things title={t("loads.surplusHead", { count: surplus.length })} show={surplus.length > 0}>
        {surplus.map((extra) => (
          <li key={extra.tag} className={classes.thing}>
            <div>
              <code>{extra.sscc ?? extra.tag}</code>
              <div className={classes.muted}>
                {t(`loads.extra.${extra.kind}`)} · {extra.readPoint} · {formats.time(extra.seenAt)}
              </div>
            </div>
            {load.load.state === "left" ? null : (
              <Button h={56} variant="default" disabled={sending} onClick={() => onTakenOff(extra.tag)}>
                {t("loads.takenOff")}
              </Button>
            )}
          </li>
        ))}
      </Things>
      <Things title={t("loads.loadedHead", { count: loaded.length })} show={loaded.length > 0}>
        {loaded.map((parcel) => (
          <li key={parcel.sscc} className={classes.thing}>
            <div>
              <ParcelName parcel={parcel} />
              <div className={classes.muted}>
                {formats.time(parcel.loadedAt)} ·{" "}
                {parcel.loadedBy === load.readPoint
                  ? t("loads.seenBy", { by: parcel.loadedBy ?? "" })
                  : t("loads.scannedBy", { by: parcel.loadedBy ?? "" })}
                {parcel.pass > 1 ? ` · ${t("loads.pass", { pass: parcel.pass })}` : ""}
              </div>
            </div>
            <Tag tone="done">{t("loads.parcelState.left")}</Tag>
          </li>
        ))}
      </Things>
      <Things title={t("loads.settledHead", { count: settled.length })} show={settled.length > 0}>
        {settled.map((extra) => (
          <li key={extra.tag} className={classes.thing}>
            <div>
              <code>{extra.sscc ?? extra.tag}</code>
              <div className={classes.muted}>
                {t("loads.takenOffBy", { by: extra.settledBy ?? "", note: extra.note ?? "" })}
              </div>
            </div>
          </li>
        ))}
      </Things>
    </div>
  );
}

function Things({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  return show ? (
    <section className="card pad">
      <h2>{title}</h2>
      <ul className={classes.things}>{children}</ul>
    </section>
  ) : null;
}

function ParcelName({ parcel }: { parcel: Pick<Parcel, "sscc" | "order" | "customer"> }) {
  return (
    <div>
      <Link to={`/trace/units/${parcel.sscc}`}>
        <code>{parcel.sscc}</code>
      </Link>
      <div className={classes.muted}>
        <Link to={`/orders/${parcel.order}`}>{parcel.order}</Link> · {parcel.customer}
      </div>
    </div>
  );
}
