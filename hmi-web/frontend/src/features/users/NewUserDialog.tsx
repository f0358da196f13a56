import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { Language, Role } from "../../api/types";
import { Refused } from "../../ui/States";
import { useCreateUser, type UserChanged } from "./api/users";
import classes from "./users.module.css";

export const roles: Role[] = ["operator", "supervisor", "manager", "administrator"];

type NewUserDialogProps = { open: boolean; onClose: () => void; onCreated: (changed: UserChanged) => void };

export function NewUserDialog({ open, onClose, onCreated }: NewUserDialogProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const [language, setLanguage] = useState<Language>("zh");
  const create = useCreateUser((changed) => {
    setUsername("");
    setDisplayName("");
    onClose();
    onCreated(changed);
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    create.mutate({ username: username.trim(), displayName: displayName.trim(), role, language });
  };
  return (
    <Modal opened={open} onClose={onClose} title={t("users.create")} closeButtonProps={{ "aria-label": t("ui.close") }}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          size="md"
          label={t("users.username")}
          required
          data-autofocus
          autoComplete="off"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t("users.displayName")}
          required
          autoComplete="off"
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        <Select
          size="md"
          label={t("users.role")}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`session.roles.${value}`) }))}
          value={role}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? "operator")}
        />
        <Select
          size="md"
          label={t("users.language")}
          allowDeselect={false}
          data={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
          value={language}
          onChange={(value) => setLanguage(value === "en" ? "en" : "zh")}
        />
        <Refused error={create.error instanceof ProblemError ? create.error : null} />
        <Button
          type="submit"
          size="lg"
          disabled={username.trim() === "" || displayName.trim() === "" || create.isPending}
        >
          {create.isPending ? t("ui.sending") : t("users.create")}
        </Button>
      </form>
    </Modal>
  );
}
