import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { List } from "../api/list";

type PickProps = { list: List; name: string; label: string; options: { value: string; label: string }[] };

/** One filter of a list. */
export function Pick({ list, name, label, options }: PickProps) {
  const { t } = useTranslation();
  return (
    <Select
      size="md"
      w={180}
      aria-label={label}
      placeholder={`${label}: ${t("ui.all")}`}
      data={options}
      value={list.state.filters[name] ?? null}
      onChange={(value) => list.change({ [name]: value ?? undefined })}
      clearable
    />
  );
}
