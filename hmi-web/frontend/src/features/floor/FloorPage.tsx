import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClosedPlace, Floor, Zone } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Failed, Loading } from "../../ui/States";
import { useNow } from "../../ui/useNow";
import { useClosures } from "./api/closures";
import { useFloor, useLiveFloor, useLiveState, type LiveFloor } from "./api/floor";
import classes from "./floor.module.css";
import { FloorMap } from "./FloorMap";
import { kindOf } from "./kinds";
import { Legend } from "./Legend";
import { levelsOf, onLevel } from "./levels";
import type { LiveState } from "./liveFloor";
import { PauseMany, type Area } from "../fleet/PauseMany";
import { SelectedPanel } from "./SelectedPanel";
import { TrafficList } from "./TrafficList";
import { VehicleTable } from "./VehicleTable";
import { useZones } from "../zones/api/zones";
import { ZoneList } from "../zones/ZoneList";

export function FloorPage() {
  const { t } = useTranslation();
  const floor = useFloor();
  const live = useLiveFloor();
  const what = t("floor.what");
  if (floor.isPending) return <Loading what={what} />;
  if (floor.isError) return <Failed what={what} error={floor.error} onRetry={floor.refetch} />;
  return <FloorView floor={floor.data} live={live} />;
}

const none: ClosedPlace[] = [];
const noZones: Zone[] = [];

type FloorViewProps = { floor: Floor; live: LiveFloor };

function FloorView({ floor, live }: FloorViewProps) {
  const { t } = useTranslation();
  const state = useLiveState(live);
  const [selected, setSelected] = useState<string | null>(null);
  const [shown, setShown] = useState<string>("map");
  const [area, setArea] = useState<Area | null>(null);
  const onView = useCallback((seen: Area) => setArea(seen), []);
  const levels = useMemo(() => levelsOf(floor), [floor]);
  const [chosenLevel, setLevel] = useState<string | null>(null);
  const level = chosenLevel ?? levels[0] ?? null;
  const part = useMemo(() => onLevel(floor, level), [floor, level]);
  const closures = useClosures().data ?? none;
  const zones = useZones().data ?? noZones;
  const zonesHere = useMemo(() => zones.filter((zone) => level === null || (zone.map ?? "") === level), [zones, level]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t("floor.title")}</h1>
        <SlotFill floor={floor} live={state} />
        <PositionsAge live={state} />
        {levels.length > 0 && shown === "map" ? (
          <SegmentedControl
            size="md"
            aria-label={t("floor.level")}
            value={level ?? ""}
            onChange={setLevel}
            data={levels.map((one) => ({ value: one, label: one === "" ? t("floor.onlyLevel") : one }))}
          />
        ) : null}
        <SegmentedControl
          size="md"
          value={shown}
          onChange={setShown}
          data={[
            { value: "map", label: t("floor.mapView") },
            { value: "table", label: t("floor.table") },
            { value: "traffic", label: t("floor.traffic.title") },
          ]}
        />
      </div>
      <div className={classes.split}>
        <div className={classes.main}>
          {shown === "map" ? (
            <FloorMap
              key={level ?? ""}
              floor={part}
              live={live}
              selected={selected}
              onSelect={setSelected}
              closures={closures}
              zones={zonesHere}
              onView={onView}
            />
          ) : shown === "traffic" ? (
            <TrafficList live={state} closures={closures} selected={selected} onSelect={setSelected} />
          ) : (
            <VehicleTable live={state} selected={selected} onSelect={setSelected} />
          )}
        </div>
        <aside className={classes.side}>
          <SelectedPanel floor={floor} live={state} selected={selected} closures={closures} />
          {shown === "map" ? <PauseMany within={area} /> : null}
          {shown === "table" ? null : <ZoneList zones={zones} />}
          <Legend />
        </aside>
      </div>
    </div>
  );
}

function SlotFill({ floor, live }: { floor: Floor; live: LiveState }) {
  const { t } = useTranslation();
  const slots = useMemo(() => floor.nodes.filter((node) => kindOf(node) === "slot"), [floor]);
  const used = slots.filter((slot) => live.unitAt.has(slot.id)).length;
  const part = slots.length === 0 ? 0 : used / slots.length;
  return (
    <div className={classes.fill}>
      <span className={classes.fillBar} aria-hidden>
        <span style={{ width: `${part * 100}%` }} />
      </span>
      {t("floor.occupied", { used, all: slots.length })}
    </div>
  );
}

function PositionsAge({ live }: { live: LiveState }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (live.link === "lost") {
    return (
      <strong role="alert" className={classes.dead}>
        {t("floor.dead")}
      </strong>
    );
  }
  return (
    <span className={classes.positions}>
      {t("floor.live")}{" "}
      {live.lastFrameAt === null ? "…" : t("ui.ageOf", { age: formats.age(Math.max(0, now - live.lastFrameAt)) })}
    </span>
  );
}
