import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useList } from "../../api/list";
import type { PassRow } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { DataList, type Column } from "../../ui/DataList";
import { Pick } from "../../ui/Pick";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { passesPath, usePasses, useReadPoints, useWhy } from "./api/readPoints";
import classes from "./devices.module.css";
import { ReadCycles } from "./ReadCycles";
import { ReasonList } from "./ReasonList";

/** What passed one read point, what counted, and why. */
export function ReadPointPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id = "" } = useParams();
  const list = useList();
  const passes = usePasses(id, list.query);
  const columns: Column<PassRow>[] = [
    {
      key: "counted",
      header: t("devices.decision"),
      cell: (row) => (
        <Tag tone={row.counted ? "done" : "attention"}>
          {row.counted ? t("devices.countedYes") : t("devices.countedNo")}
        </Tag>
      ),
    },
    {
      key: "epc",
      header: t("devices.epc"),
      cell: (row) => (
        <Link to={`/passes/${row.number}`}>
          <code>{row.epc}</code>
        </Link>
      ),
    },
    { key: "first", header: t("devices.firstRead"), cell: (row) => formats.timeMs(row.first) },
    { key: "last", header: t("devices.lastRead"), cell: (row) => formats.timeMs(row.last) },
    { key: "count", header: t("devices.readsHead"), number: true, cell: (row) => formats.number(row.count) },
    { key: "peak", header: t("devices.peak"), number: true, cell: (row) => formats.number(row.peakDbm) },
    { key: "direction", header: t("devices.direction"), cell: (row) => t(`devices.directions.${row.direction}`) },
    { key: "why", header: t("devices.mainReason"), cell: (row) => (
        <>
          {word(t, "devices.reasonShort", row.decisive)}{" "}
          {row.expected === false ? <Tag tone="attention">{t("devices.notOnPapers")}</Tag> : null}
        </>
      ),
    },
  ];
  return (
    <>
      <Title title={id} back="/read-points" />
      <div className={classes.stack}>
        <Standing readPoint={id} />
        <Why readPoint={id} />
        <ReadCycles readPoint={id} />
        <DataList
          what={t("devices.passes")}
          list={list}
          rows={passes}
          columns={columns}
          rowKey={(row) => String(row.number)}
          path={passesPath(id)}
          minWidth={980}
          empty={t("devices.noPasses")}
          filters={
            <Pick
              list={list}
              name="counted"
              label={t("devices.decision")}
              options={[
                { value: "true", label: t("devices.countedYes") },
                { value: "false", label: t("devices.countedNo") },
              ]}
            />
          }
        />
      </div>
    </>
  );
}

/** Whether its eyes can be seen, and what papers announce. */
function Standing({ readPoint }: { readPoint: string }) {
  const { t } = useTranslation();
  const points = useReadPoints();
  const here = points.data?.find((point) => point.id === readPoint);
  if (here === undefined) return null;
  return (
    <p role="status">
      {here.eyesWork === false ? <Tag tone="attention">{t("devices.eyesLost")}</Tag> : null}{" "}
      {here.expected == null ? t("devices.nothingExpected") : t("devices.expectedTags", { count: here.expected })}
    </p>
  );
}

/** Asks about one tag, also about one that was never heard. */
function Why({ readPoint }: { readPoint: string }) {
  const { t } = useTranslation();
  const [epc, setEpc] = useState("");
  const why = useWhy(readPoint, epc.trim());
  return (
    <section className="card pad" aria-label={t("devices.whyTitle")}>
      <div className={classes.stateHead}>
        <TextInput
          size="md"
          w={420}
          label={t("devices.whyTitle")}
          placeholder="3034…"
          autoComplete="off"
          value={epc}
          onChange={(event) => setEpc(event.currentTarget.value)}
        />
      </div>
      {why.data ? (
        <div role="status">
          <p>
            <Tag tone={why.data.counted ? "done" : "attention"}>
              {why.data.counted ? t("devices.countedYes") : t("devices.countedNo")}
            </Tag>{" "}
            {why.data.pass ? <Link to={`/passes/${why.data.pass}`}>{t("devices.showPass")}</Link> : null}
          </p>
          <ReasonList reasons={why.data.decisive} />
        </div>
      ) : null}
    </section>
  );
}
