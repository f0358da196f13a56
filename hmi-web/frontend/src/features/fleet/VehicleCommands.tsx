import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import type { Session, VehicleRow } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { mayDo } from "../session/api/session";
import { useVehicleAct } from "./api/vehicles";

type VehicleCommandsProps = { row: VehicleRow };

/** Pause and resume, each in two steps, and each saying that this is no emergency stop. */
export function VehicleCommands({ row }: VehicleCommandsProps) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const [asked, setAsked] = useState<"pause" | "resume" | null>(null);
  const command = useVehicleAct(() => setAsked(null));
  if (!mayDo(session, "supervisor")) return null;
  const offered = row.state === "paused" ? "resume" : "pause";
  const act = asked ?? offered;
  return (
    <>
      <Button variant="default" h={40} onClick={() => setAsked(offered)}>
        {t(`fleet.${offered}`)}
      </Button>
      <Confirm
        open={asked !== null}
        title={t(`fleet.${act}Title`, { id: row.id })}
        consequence={t(`fleet.${act}Means`)}
        verb={t(`fleet.${act}`)}
        sending={command.sending}
        error={command.error}
        onConfirm={() => command.send({ act, id: row.id })}
        onClose={() => {
          command.clear();
          setAsked(null);
        }}
      />
    </>
  );
}
