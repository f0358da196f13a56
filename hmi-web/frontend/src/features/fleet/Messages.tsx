import { Button, SegmentedControl } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VehicleMessage } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { useVehicleMessages } from "./api/vehicles";
import classes from "./fleet.module.css";
import { hexOf, meaningOf, prettyOf } from "./messages";

/** The last VDA 5050 messages of a vehicle, newest first; one opened shows its JSON or its bytes. */
export function Messages({ id }: { id: string }) {
  const { t } = useTranslation();
  const [paused, setPaused] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const messages = useVehicleMessages(id, paused);
  const what = t("fleet.messages.title");
  return (
    <section className="card pad" aria-label={what}>
      <div className={classes.sectionHead}>
        <h2>{what}</h2>
        <Button
          variant="default"
          h={44}
          leftSection={paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
          onClick={() => setPaused(!paused)}
        >
          {t(paused ? "fleet.messages.goOn" : "fleet.messages.stay")}
        </Button>
      </div>
      {messages.isPending ? (
        <Loading what={what} />
      ) : messages.isError ? (
        <Failed what={what} error={messages.error} onRetry={messages.refetch} />
      ) : messages.data.length === 0 ? (
        <p>{t("fleet.messages.none")}</p>
      ) : (
        // Scrolls, so it must be reachable by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={what}>
          <ol className={classes.messages}>
            {messages.data.toReversed().map((one) => (
              <Message
                key={one.number}
                message={one}
                open={one.number === opened}
                onOpen={() => {
                  setOpened(one.number === opened ? null : one.number);
                  setPaused(true);
                }}
              />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

type MessageProps = { message: VehicleMessage; open: boolean; onOpen: () => void };

function Message({ message, open, onOpen }: MessageProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [shape, setShape] = useState("json");
  const says = meaningOf(message).map((one) => t(`fleet.messages.says.${one.key}`, one.values));
  return (
    <li>
      <button type="button" className={classes.message} aria-expanded={open} onClick={onOpen}>
        <span className="nowrap">{formats.timeMs(message.at)}</span>
        <span className="nowrap">
          <span aria-hidden>{message.sent ? "→" : "←"}</span>{" "}
          {t(message.sent ? "fleet.messages.sent" : "fleet.messages.heard")}
        </span>
        <strong>{word(t, "fleet.messages.topics", message.topic)}</strong>
        <span>{says.join(" · ")}</span>
      </button>
      {open ? (
        <div className={classes.raws}>
          <SegmentedControl
            size="sm"
            aria-label={t("fleet.messages.shape")}
            value={shape}
            onChange={setShape}
            data={[
              { value: "json", label: "JSON" },
              { value: "hex", label: t("fleet.messages.hex") },
            ]}
          />
          {message.cut ? <p>{t("fleet.messages.cut")}</p> : null}
          {/* Scrolls, so it must be reachable by keys. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={classes.pre} tabIndex={0} role="region" aria-label={t("fleet.messages.shape")}>
            {shape === "json" ? prettyOf(message) : hexOf(message)}
          </pre>
        </div>
      ) : null}
    </li>
  );
}
