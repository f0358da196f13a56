import { Button, Progress } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHandMove, IconLoader2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import { word } from "../../i18n/server";
import { Refused } from "../../ui/States";
import { useOverwrite, useStopRow, type EncodingReader, type EncodingRow } from "./api/encoding";
import { DetailList } from "./DetailList";
import classes from "./encoding.module.css";
import { Results } from "./Results";

const signs: Record<string, typeof IconCircleCheck> = {
  "connecting": IconLoader2,
  "lay-tag": IconHandMove,
  "writing": IconLoader2,
  "take-away": IconCircleCheck,
  "finished": IconCircleCheck,
  "refused": IconCircleX,
  "confirm": IconAlertTriangle,
  "stopped": IconCircleX,
};

function toneOf(row: EncodingRow): string {
  if (row.phase === "take-away" || row.phase === "finished") return "ok";
  if (row.phase === "refused" || (row.phase === "stopped" && row.trouble)) return "wrong";
  return row.phase === "confirm" ? "ask" : "calm";
}

type RowBoardProps = { reader: EncodingReader; row: EncodingRow; onAnother: () => void };

/** A row of tags while it is written: what to do with the hands now, how far it is, what came of each tag. */
export function RowBoard({ reader, row, onAnother }: RowBoardProps) {
  const { t } = useTranslation();
  const stop = useStopRow(reader.reader);
  const overwrite = useOverwrite(reader.reader);
  const Sign = signs[row.phase] ?? IconLoader2;
  const inField = reader.field.length === 1 ? reader.field[0] : undefined;
  const error = stop.error ?? overwrite.error;
  return (
    <div className={classes.board}>
      <div className={classes.band} data-tone={toneOf(row)} role="status">
        <Sign size={44} aria-hidden />
        <div>
          <strong>{word(t, "encoding.phases", row.phase)}</strong>
          {row.trouble ? (
            <>
              {row.phase === "confirm" ? null : <p>{word(t, "encoding.troubles", row.trouble)}</p>}
              <p>{word(t, "encoding.todo", row.trouble)}</p>
            </>
          ) : null}
          {row.phase === "lay-tag" && row.next ? <p>{t("encoding.next", { next: row.next })}</p> : null}
          {row.phase === "confirm" && inField ? (
            <p>{t("encoding.overwriteAsk", { what: inField.readable })}</p>
          ) : null}
        </div>
      </div>
      <div className={classes.progress}>
        <span>{t("encoding.progress", { done: row.done, count: row.count })}</span>
        <Progress
          aria-label={t("encoding.progress", { done: row.done, count: row.count })}
          value={(100 * row.done) / row.count}
          size="xl"
        />
      </div>
      {row.trouble ? <DetailList details={row.details} /> : null}
      <Refused error={error instanceof ProblemError ? error : null} />
      <div className={classes.buttons}>
        {row.phase === "confirm" && inField ? (
          <Button
            className={classes.big ?? ""}
            disabled={overwrite.isPending}
            onClick={() => overwrite.mutate(inField.epc)}
          >
            {t("encoding.overwrite")}
          </Button>
        ) : null}
        {row.running ? (
          <Button
            variant="default"
            className={classes.big ?? ""}
            disabled={stop.isPending}
            onClick={() => stop.mutate(undefined)}
          >
            {t("encoding.stop")}
          </Button>
        ) : (
          <Button className={classes.big ?? ""} onClick={onAnother}>
            {t("encoding.another")}
          </Button>
        )}
      </div>
      <Results results={row.results} />
    </div>
  );
}
