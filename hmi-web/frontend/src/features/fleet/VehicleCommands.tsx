import { Button, Menu, Select } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useOutletContext } from "react-router";
import type { Session, VehicleRow } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { useFloor } from "../floor/api/floor";
import { mayDo } from "../session/api/session";
import { useVehicleAct, type VehicleAct } from "./api/vehicles";
import classes from "./fleet.module.css";

type VehicleCommandsProps = { row: VehicleRow };
type Act = VehicleAct["act"];

/** Everything one vehicle can be told, each in two steps; pausing says that it is no emergency stop. */
export function VehicleCommands({ row }: VehicleCommandsProps) {
  const { t } = useTranslation();
  const session = useOutletContext<Session>();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Act | null>(null);
  const [node, setNode] = useState<string | null>(null);
  const command = useVehicleAct(() => setAsked(null));
  if (!mayDo(session, "supervisor")) return null;
  const offered = row.state === "paused" ? "resume" : "pause";
  const act = asked ?? offered;
  const errands: Act[] = row.sent ? ["work", "send", "charge", "park"] : ["send", "charge", "park"];
  return (
    <span className={classes.commands}>
      <Button variant="default" h={40} onClick={() => setAsked(offered)}>
        {t(`fleet.${offered}`)}
      </Button>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" h={40} px={10} rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t("fleet.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {errands.map((one) => (
            <Menu.Item key={one} onClick={() => setAsked(one)}>
              {t(`fleet.${one}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => void navigate(`/fleet/${row.id}/recovery`)}>{t("fleet.recover")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        open={asked !== null}
        title={t(`fleet.${act}Title`, { id: row.id })}
        consequence={t(`fleet.${act}Means`)}
        verb={t(`fleet.${act}`)}
        sending={command.sending}
        error={command.error}
        disabled={act === "send" && node === null}
        onConfirm={() => {
          if (act !== "send") command.send({ act, id: row.id });
          else if (node !== null) command.send({ act, id: row.id, node });
        }}
        onClose={() => {
          command.clear();
          setAsked(null);
        }}
      >
        {asked === "send" ? <NodeChoice node={node} onNode={setNode} /> : null}
      </Confirm>
    </span>
  );
}

function NodeChoice({ node, onNode }: { node: string | null; onNode: (node: string | null) => void }) {
  const { t } = useTranslation();
  const floor = useFloor();
  return (
    <Select
      label={t("fleet.node")}
      searchable
      limit={200}
      size="md"
      data={(floor.data?.nodes ?? []).map((one) => one.id)}
      value={node}
      onChange={onNode}
    />
  );
}
