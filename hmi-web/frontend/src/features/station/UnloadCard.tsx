import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Confirm } from "../../ui/Confirm";
import { Tag } from "../../ui/Tag";
import { BigButton } from "./BigButton";
import { Fact } from "./Fact";
import classes from "./station.module.css";

type UnloadCardProps = {
  job: Job;
  unload: NonNullable<Job["unload"]>;
  sending: boolean;
  onStart: () => void;
  onClose: () => void;
};

/** Unload a truck: the portal reads the pallets, the screen ticks them, the person closes the receipt. */
export function UnloadCard({ job, unload, sending, onStart, onClose }: UnloadCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [closing, setClosing] = useState(false);
  const seen = unload.pallets.filter((pallet) => pallet.seenAt).length;
  const missing = unload.pallets.length - seen;
  const instruction = !unload.started
    ? t("station.unload.start", { dock: unload.dock, advice: unload.advice })
    : missing > 0
      ? t("station.unload.bring", { count: missing, dock: unload.dock })
      : t("station.unload.close", { advice: unload.advice });
  const door = unload.doorOpen ?? null;
  const doorWord = door === null ? "unknown" : door ? "open" : "closed";
  return (
    <section className={classes.card} aria-label={t("station.kinds.unload")}>
      <p className={classes.instruction}>{instruction}</p>
      <dl className={classes.facts}>
        <Fact name={t("station.unload.advice")}>{unload.advice}</Fact>
        <Fact name={t("station.unload.supplier")}>{unload.supplierName}</Fact>
        <Fact name={t("station.unload.door", { dock: unload.dock })}>
          <span className={door === null ? "stale" : ""}>{t(`station.unload.doorIs.${doorWord}`)}</span>
        </Fact>
        <Fact name={t("station.unload.seen")}>
          {seen} / {unload.pallets.length}
        </Fact>
      </dl>
      {/* Scrolls when the truck is long, so it must be reachable by keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={classes.pallets} tabIndex={0} aria-label={t("station.unload.pallets")}>
        {unload.pallets.map((pallet) => (
          <li key={pallet.sscc} data-seen={Boolean(pallet.seenAt)}>
            <span className={classes.tick} aria-hidden>
              {pallet.seenAt ? "✓" : ""}
            </span>
            <span className={classes.palletText}>
              <strong>{pallet.name}</strong>
              <span>
                {formats.number(pallet.quantity)} · {pallet.lot ?? "–"} · <code>{pallet.sscc}</code>
                {pallet.weightG > 0 ? ` · ${formats.number(Math.round(pallet.weightG / 100) / 10)} kg` : null}
              </span>
            </span>
            <Tag tone={pallet.seenAt ? "done" : "calm"}>
              {pallet.seenAt ? formats.time(pallet.seenAt) : word(t, "unitState", pallet.state)}
            </Tag>
          </li>
        ))}
      </ul>
      {unload.started ? (
        <BigButton
          verb={t("station.unload.closeVerb")}
          sending={sending}
          onClick={() => (missing > 0 ? setClosing(true) : onClose())}
        />
      ) : (
        <BigButton verb={t("station.unload.startVerb")} sending={sending} onClick={onStart} />
      )}
      <Confirm
        key={job.taskId}
        open={closing}
        title={t("station.unload.closeTitle")}
        consequence={t("station.unload.closeMeans", { count: missing })}
        verb={t("station.unload.closeVerb")}
        sending={sending}
        error={null}
        onConfirm={() => {
          setClosing(false);
          onClose();
        }}
        onClose={() => setClosing(false)}
      />
    </section>
  );
}
