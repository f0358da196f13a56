import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import { useList } from "../../api/list";
import { ProblemError } from "../../api/problem";
import type { Role, Session, User } from "../../api/types";
import { useFormats } from "../../i18n/format";
import { Confirm } from "../../ui/Confirm";
import { DataList, type Column } from "../../ui/DataList";
import { Tag } from "../../ui/Tag";
import { Title } from "../../ui/Title";
import { useChangeUser, useUsers, usersPath, type UserChange, type UserChanged } from "./api/users";
import { FirstPassword } from "./FirstPassword";
import { NewUserDialog, roles } from "./NewUserDialog";

type Asked = { user: User; act: "disable" | "enable" | "password" | "role"; role?: Role };

function changeOf({ act, role }: Asked): UserChange {
  if (act === "password") return { newPassword: true };
  if (act === "role") return role ? { role } : {};
  return { enabled: act === "enable" };
}

export function UsersPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useOutletContext<Session>();
  const list = useList("username,asc");
  const users = useUsers(list.query);
  const [creating, setCreating] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [changed, setChanged] = useState<UserChanged | null>(null);
  const change = useChangeUser((done) => {
    setAsked(null);
    setChanged(done);
  });
  const columns: Column<User>[] = [
    { key: "username", header: t("users.username"), sort: "username", cell: (row) => <code>{row.username}</code> },
    { key: "displayName", header: t("users.displayName"), sort: "displayName", cell: (row) => row.displayName },
    { key: "role", header: t("users.role"), sort: "role", cell: (row) => t(`session.roles.${row.role}`) },
    { key: "language", header: t("users.language"), cell: (row) => (row.language === "zh" ? "中文" : "English") },
    {
      key: "enabled",
      header: t("users.state"),
      cell: (row) => (
        <Tag tone={row.enabled ? "calm" : "attention"}>{t(row.enabled ? "users.enabled" : "users.disabled")}</Tag>
      ),
    },
    {
      key: "lastSignInAt",
      header: t("users.lastSignIn"),
      sort: "lastSignInAt",
      cell: (row) => formats.dateTime(row.lastSignInAt),
    },
    {
      key: "acts",
      header: t("ui.commands"),
      cell: (row) => (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default" h={40} rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t("users.change")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsked({ user: row, act: "password" })}>{t("users.acts.password")}</Menu.Item>
            {row.username === session.username ? null : (
              <>
                {roles
                  .filter((role) => role !== row.role)
                  .map((role) => (
                    <Menu.Item key={role} onClick={() => setAsked({ user: row, act: "role", role })}>
                      {t("users.makeRole", { role: t(`session.roles.${role}`) })}
                    </Menu.Item>
                  ))}
                <Menu.Item onClick={() => setAsked({ user: row, act: row.enabled ? "disable" : "enable" })}>
                  {t(`users.acts.${row.enabled ? "disable" : "enable"}`)}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      ),
    },
  ];
  return (
    <>
      <Title title={t("users.title")}>
        <Button h={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
          {t("users.create")}
        </Button>
      </Title>
      <DataList
        what={t("users.what")}
        list={list}
        rows={users}
        columns={columns}
        rowKey={(row) => row.username}
        path={usersPath}
        minWidth={860}
      />
      <NewUserDialog open={creating} onClose={() => setCreating(false)} onCreated={setChanged} />
      <FirstPassword changed={changed} onClose={() => setChanged(null)} />
      <Confirm
        open={asked !== null}
        title={asked ? `${t(`users.acts.${asked.act}`)}: ${asked.user.displayName}` : ""}
        consequence={asked ? t(`users.means.${asked.act}`) : ""}
        verb={asked ? t(`users.acts.${asked.act}`) : ""}
        sending={change.isPending}
        error={change.error instanceof ProblemError ? change.error : null}
        onConfirm={() => {
          if (asked) change.mutate({ name: asked.user.username, change: changeOf(asked) });
        }}
        onClose={() => {
          change.reset();
          setAsked(null);
        }}
      />
    </>
  );
}
