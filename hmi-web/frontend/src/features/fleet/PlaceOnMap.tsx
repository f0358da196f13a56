import type { ClosedPlace, Floor, Zone } from "../../api/types";
import { useLiveFloor } from "../floor/api/floor";
import { FloorMap } from "../floor/FloorMap";
import classes from "./fleet.module.css";

const none: ClosedPlace[] = [];
const noZones: Zone[] = [];
const unseen = () => undefined;

type PlaceOnMapProps = { floor: Floor; selected: string | null; onNode: (node: string) => void };

/** The live map, on which a click names a node; the list beside it does the same without a pointer. */
export function PlaceOnMap({ floor, selected, onNode }: PlaceOnMapProps) {
  const live = useLiveFloor();
  return (
    <div className={classes.placeMap}>
      <FloorMap
        floor={floor}
        live={live}
        selected={selected}
        onSelect={(id) => {
          if (floor.nodes.some((node) => node.id === id) && id !== null) onNode(id);
        }}
        closures={none}
        zones={noZones}
        onView={unseen}
      />
    </div>
  );
}
