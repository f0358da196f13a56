import { Button, SegmentedControl, TextInput, UnstyledButton } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconSearch,
} from "@tabler/icons-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Telegram } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { csvText, keepFile } from "../../ui/csv";
import { mostTelegrams, useTelegrams } from "./api/telegrams";
import classes from "./telegrams.module.css";
import { isBad, meaningText, spaced } from "./telegram";

type TelegramsProps = { device: string };

const kinds = ["all", "sent", "heard", "bad"] as const;
type Kind = (typeof kinds)[number];

/** What goes over the wire of one device, as it goes: bytes and meaning, newest first. */
export function Telegrams({ device }: TelegramsProps) {
  const { t, i18n } = useTranslation();
  const [paused, setPaused] = useState(false);
  const [wanted, setWanted] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const [oldestFirst, setOldestFirst] = useState(false);
  const stream = useTelegrams(device, paused);
  const text = wanted.trim().toLowerCase();
  const found = stream.telegrams.filter(
    (one) => isOf(kind, one) && (text === "" || wordsOf(one, i18n.language).includes(text)),
  );
  const shown = oldestFirst ? found : found.toReversed();
  return (
    <section className="card" aria-label={t("devices.telegrams")}>
      <div className={classes.tools}>
        <h2>{t("devices.telegrams")}</h2>
        <span className={classes.state} role="status">
          {paused
            ? t("devices.paused")
            : stream.connected
              ? t("devices.live", { most: mostTelegrams })
              : t("devices.connectingStream")}
        </span>
        <TextInput
          w={200}
          size="md"
          aria-label={t("devices.telegramFilter")}
          placeholder={t("devices.telegramFilter")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <SegmentedControl
          size="md"
          aria-label={t("devices.telegramWay")}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? "all")}
          data={kinds.map((value) => ({ value, label: t(`devices.telegramKinds.${value}`) }))}
        />
        <Button
          variant="default"
          h={44}
          leftSection={paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
          onClick={() => setPaused(!paused)}
        >
          {paused ? t("devices.goOn") : t("devices.pause")}
        </Button>
        <Button
          variant="default"
          h={44}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => keepFile(`telegrams-${device}.csv`, fileOf(shown))}
        >
          {t("ui.csv")}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={classes.empty}>{t("devices.noTelegrams")}</p>
      ) : (
        // Scrolls, so it must be reachable by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("devices.telegrams")}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th aria-sort={oldestFirst ? "ascending" : "descending"}>
                  <UnstyledButton className={classes.sort ?? ""} onClick={() => setOldestFirst(!oldestFirst)}>
                    {t("devices.telegramNo")}
                    {oldestFirst ? <IconArrowUp size={15} aria-hidden /> : <IconArrowDown size={15} aria-hidden />}
                  </UnstyledButton>
                </th>
                <th>{t("devices.telegramAt")}</th>
                <th>{t("devices.telegramWay")}</th>
                <th>{t("devices.telegramBytes")}</th>
                <th>{t("devices.telegramMeaning")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row key={one.number} telegram={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function isOf(kind: Kind, telegram: Telegram): boolean {
  if (kind === "bad") return isBad(telegram.meaning);
  return kind === "all" || telegram.sent === (kind === "sent");
}

/** Found by bytes and by words, those of the screen and those of the driver. */
function wordsOf(telegram: Telegram, language: string): string {
  const { hex, meaning } = telegram;
  return `${hex} ${spaced(hex)} ${meaningText(meaning)} ${meaningText(meaning, language)}`.toLowerCase();
}

function fileOf(telegrams: Telegram[]): string {
  return csvText(
    ["number", "at", "sent", "hex", "meaning"],
    telegrams.map((one) => [one.number, one.at, String(one.sent), one.hex, meaningText(one.meaning)]),
  );
}

/** Drawn once: of a busy line some fifty come a second, and each stays as it is. */
const Row = memo(function Row({ telegram }: { telegram: Telegram }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  return (
    <tr data-bad={isBad(telegram.meaning)}>
      <td className={classes.number}>{telegram.number}</td>
      <td className={classes.number}>{formats.timeMs(telegram.at)}</td>
      <td className={classes.way}>
        <span aria-hidden>{telegram.sent ? "→" : "←"}</span> {telegram.sent ? t("devices.sent") : t("devices.heard")}
      </td>
      <td className={classes.hex}>{telegram.hex === "" ? "–" : spaced(telegram.hex)}</td>
      <td className={classes.meaning} title={meaningText(telegram.meaning)}>
        {meaningText(telegram.meaning, i18n.language)}
      </td>
    </tr>
  );
});
