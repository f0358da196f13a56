import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext, useParams } from "react-router";
import type { Session } from "../../api/types";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useDevice } from "../devices/api/devices";
import { mayDo } from "../session/api/session";
import { useEncodingReader } from "./api/encoding";
import classes from "./encoding.module.css";
import { FieldView } from "./FieldView";
import { LayTagsPanel } from "./LayTagsPanel";
import { RowBoard } from "./RowBoard";
import { RowForm } from "./RowForm";

/** The encoding station: a row of blank tags, one after another, at one reader. */
export function EncodingPage() {
  const { t } = useTranslation();
  const { reader = "" } = useParams();
  const session = useOutletContext<Session>();
  const found = useEncodingReader(reader);
  const device = useDevice(reader);
  const [closed, setClosed] = useState<string | null>(null);
  if (found.isPending) return <Loading what={t("encoding.title")} />;
  if (found.isError) return <Failed what={t("encoding.title")} error={found.error} onRetry={found.refetch} />;
  const row = found.data.row;
  const showsRow = row && (row.running || row.id !== closed);
  const simulated = device.data?.device.simulated === true && mayDo(session, "supervisor");
  return (
    <>
      <Title title={`${t("encoding.title")} · ${reader}`} back="/station">
        <Button component={Link} to="/tags" variant="default" h={44}>
          {t("encoding.record")}
        </Button>
      </Title>
      {found.data.readPoints.length > 0 ? (
        <p className={classes.muted}>{t("encoding.feeds", { points: found.data.readPoints.join(", ") })}</p>
      ) : null}
      <div className={classes.page}>
        {showsRow ? (
          <RowBoard reader={found.data} row={row} onAnother={() => setClosed(row.id)} />
        ) : (
          <RowForm reader={found.data} onStarted={() => setClosed(null)} />
        )}
        <div className={classes.side}>
          <FieldView field={found.data.field} />
          {simulated ? <LayTagsPanel reader={reader} antenna={row?.antenna ?? found.data.antennas[0] ?? 1} /> : null}
        </div>
      </div>
    </>
  );
}
