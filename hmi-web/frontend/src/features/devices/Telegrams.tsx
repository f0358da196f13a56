import { Button, TextInput } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Telegram } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { mostTelegrams, useTelegrams } from "./api/telegrams";
import classes from "./telegrams.module.css";
import { meaningText, spaced } from "./telegram";

type TelegramsProps = { device: string };

/** What goes over the wire of one device, as it goes: bytes and meaning, newest first. */
export function Telegrams({ device }: TelegramsProps) {
  const { t } = useTranslation();
  const [paused, setPaused] = useState(false);
  const [wanted, setWanted] = useState("");
  const stream = useTelegrams(device, paused);
  const text = wanted.trim().toLowerCase();
  const shown = stream.telegrams.filter((one) => text === "" || wordsOf(one).includes(text)).reverse();
  return (
    <section className="card" aria-label={t("devices.telegrams")}>
      <div className={classes.tools}>
        <h2>{t("devices.telegrams")}</h2>
        <span className={classes.state}>
          {paused
            ? t("devices.paused")
            : stream.connected
              ? t("devices.live", { most: mostTelegrams })
              : t("devices.connectingStream")}
        </span>
        <TextInput
          w={220}
          size="md"
          aria-label={t("devices.telegramFilter")}
          placeholder={t("devices.telegramFilter")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button
          variant="default"
          h={44}
          leftSection={paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
          onClick={() => setPaused(!paused)}
        >
          {paused ? t("devices.goOn") : t("devices.pause")}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={classes.empty}>{t("devices.noTelegrams")}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t("devices.telegramNo")}</th>
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

function wordsOf(telegram: Telegram): string {
  return `${telegram.hex} ${spaced(telegram.hex)} ${meaningText(telegram.meaning)}`.toLowerCase();
}

function Row({ telegram }: { telegram: Telegram }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const bad = "error" in telegram.meaning || telegram.meaning.type === "noise";
  return (
    <tr data-bad={bad}>
      <td className={classes.number}>{telegram.number}</td>
      <td className={classes.number}>{formats.timeMs(telegram.at)}</td>
      <td className={classes.way}>
        <span aria-hidden>{telegram.sent ? "→" : "←"}</span> {telegram.sent ? t("devices.sent") : t("devices.heard")}
      </td>
      <td className={classes.hex}>{telegram.hex === "" ? "–" : spaced(telegram.hex)}</td>
      <td className={classes.meaning}>{meaningText(telegram.meaning)}</td>
    </tr>
  );
}
