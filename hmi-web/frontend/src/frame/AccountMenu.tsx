import { Button, Menu, Modal } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../api/types";
import { ChangePassword } from "../features/session/ChangePassword";
import { useSignOut } from "../features/session/api/session";
import { useStationHere } from "../features/station/binding";
import classes from "./frame.module.css";

type AccountMenuProps = { session: Session };

/** Who is signed in, as what, and at which station. */
export function AccountMenu({ session }: AccountMenuProps) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const station = useStationHere();
  const [changing, setChanging] = useState(false);
  // The list holds every role a person may act in, weakest first; the last says who they are.
  const highest = session.roles.at(-1);
  const role = highest ? t(`session.roles.${highest}`) : "";
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" h={44} px={12} rightSection={<IconChevronDown size={16} aria-hidden />}>
            <span className={classes.who}>
              <strong>{session.displayName}</strong>
              <span>{station === null ? role : `${role} · ${station}`}</span>
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setChanging(true)}>{t("frame.changePassword")}</Menu.Item>
          <Menu.Item onClick={() => signOut.mutate()}>{t("frame.signOut")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={changing} onClose={() => setChanging(false)} withCloseButton closeButtonProps={{ "aria-label": t("ui.close") }}>
        <ChangePassword must={false} />
      </Modal>
    </>
  );
}
