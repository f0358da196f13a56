import { ActionIcon, Button, Checkbox, NumberInput, PasswordInput, Select, Switch, TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../api/key";
import { ProblemError } from "../../api/problem";
import { mistakeText } from "../../i18n/server";
import { Refused } from "../../ui/States";
import { useScanner } from "../station/useScanner";
import { useStartRow, type EncodingReader } from "./api/encoding";
import classes from "./encoding.module.css";
import { judge, scannedKey, type KeyKind } from "./keys";

const kinds: KeyKind[] = ["sgtin", "sscc", "grai"];
const mostTags = 500;

type RowFormProps = { reader: EncodingReader; onStarted: () => void };

/** What the tags get. Everything is large enough for gloves; the key may be scanned instead of typed. */
export function RowForm({ reader, onStarted }: RowFormProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<KeyKind>("sscc");
  const [antenna, setAntenna] = useState(reader.antennas[0] ?? 1);
  const [key, setKey] = useState("");
  const [serial, setSerial] = useState("");
  const [free, setFree] = useState(true);
  const [prefixDigits, setPrefixDigits] = useState<number | null>(null);
  const [count, setCount] = useState(1);
  const [lock, setLock] = useState(false);
  const [newPassword, setNewPassword] = useState("");
  const [password, setPassword] = useState("");
  const start = useStartRow(reader.reader, onStarted);
  const error = start.error instanceof ProblemError ? start.error : null;

  useScanner(true, (code) => {
    const found = scannedKey(code);
    if (!found) return;
    setKind(found.kind);
    setKey(found.key);
    setFree(found.kind !== "sscc" && found.serial === undefined);
    setSerial(found.serial ?? "");
  });

  const verdict = judge(kind, key);
  const needsKey = kind !== "sscc" || !free;
  const wrong = (field: string) => {
    const mistake = error?.problem.errors?.find((one) => one.field === field);
    return mistake ? mistakeText(t, mistake) : undefined;
  };
  const keyWrong =
    verdict.is === "wrong-check-digit" ? t(`problem.check-digit-${verdict.expected}`) : wrong("key");
  const prefixWrong = wrong("prefixDigits");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    start.mutate({
      id: newKey(),
      antenna,
      kind,
      count: kind === "sscc" && !free ? 1 : count,
      lock,
      key: needsKey ? key : null,
      serial: kind === "sscc" || free ? null : serial,
      prefixDigits,
      newPassword: lock && newPassword !== "" ? newPassword : null,
      password: password === "" ? null : password,
    });
  };
  return (
    <form className={`card pad ${classes.form ?? ""}`} onSubmit={submit}>
      <fieldset className={classes.kinds}>
        <legend>{t("encoding.what")}</legend>
        {kinds.map((one) => (
          <label key={one} data-chosen={one === kind}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            {t(`encoding.kinds.${one}`)}
          </label>
        ))}
      </fieldset>
      <Checkbox
        size="lg"
        label={kind === "sscc" ? t("encoding.nextSscc") : t("encoding.nextSerial")}
        checked={free}
        onChange={(event) => setFree(event.currentTarget.checked)}
      />
      <div className={classes.pair}>
        {needsKey ? (
          <TextInput
            size="lg"
            label={t(`encoding.keys.${kind}`)}
            description={t("encoding.keyHint")}
            inputMode="numeric"
            autoComplete="off"
            required
            value={key}
            error={keyWrong}
            onChange={(event) => setKey(event.currentTarget.value.trim())}
          />
        ) : null}
        {kind !== "sscc" && !free ? (
          <TextInput
            size="lg"
            label={t("encoding.serial")}
            autoComplete="off"
            required
            value={serial}
            error={wrong("serial")}
            onChange={(event) => setSerial(event.currentTarget.value.trim())}
          />
        ) : null}
        {prefixWrong || prefixDigits !== null ? (
          <NumberInput
            size="lg"
            label={t("encoding.prefixDigits")}
            description={t("encoding.prefixHint")}
            min={6}
            max={12}
            value={prefixDigits ?? ""}
            error={prefixWrong}
            onChange={(value) => setPrefixDigits(typeof value === "number" ? value : null)}
          />
        ) : null}
      </div>
      <div className={classes.pair}>
        {kind === "sscc" && !free ? null : (
          <div className={classes.stepper}>
            <ActionIcon
              variant="default"
              className={classes.step ?? ""}
              aria-label={t("encoding.fewer")}
              onClick={() => setCount(Math.max(1, count - 1))}
            >
              <IconMinus aria-hidden />
            </ActionIcon>
            <NumberInput
              size="lg"
              label={t("encoding.count")}
              min={1}
              max={mostTags}
              clampBehavior="strict"
              hideControls
              value={count}
              error={wrong("count")}
              onChange={(value) => setCount(Math.max(1, Number(value) || 1))}
            />
            <ActionIcon
              variant="default"
              className={classes.step ?? ""}
              aria-label={t("encoding.more")}
              onClick={() => setCount(Math.min(mostTags, count + 1))}
            >
              <IconPlus aria-hidden />
            </ActionIcon>
          </div>
        )}
        {reader.antennas.length > 1 ? (
          <Select
            size="lg"
            label={t("encoding.antenna")}
            allowDeselect={false}
            data={reader.antennas.map(String)}
            value={String(antenna)}
            onChange={(value) => setAntenna(Number(value ?? antenna))}
          />
        ) : null}
      </div>
      <Switch
        size="lg"
        label={t("encoding.lock")}
        checked={lock}
        onChange={(event) => setLock(event.currentTarget.checked)}
      />
      {lock ? (
        <div className={classes.pair}>
          <PasswordInput
            size="lg"
            label={t("encoding.newPassword")}
            description={t("encoding.passwordHint")}
            autoComplete="off"
            value={newPassword}
            error={wrong("newPassword")}
            onChange={(event) => setNewPassword(event.currentTarget.value.trim())}
          />
        </div>
      ) : null}
      <PasswordInput
        size="lg"
        label={t("encoding.password")}
        autoComplete="off"
        value={password}
        error={wrong("password")}
        onChange={(event) => setPassword(event.currentTarget.value.trim())}
      />
      {error && !error.problem.errors ? <Refused error={error} /> : null}
      <Button
        type="submit"
        className={classes.big ?? ""}
        disabled={start.isPending || !reader.connected || (needsKey && verdict.is !== "right")}
      >
        {start.isPending ? t("ui.sending") : t("encoding.start")}
      </Button>
    </form>
  );
}
