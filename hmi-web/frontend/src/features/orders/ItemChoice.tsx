import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../i18n/format";
import { useItems } from "./api/orders";

type ItemChoiceProps = { label: string; value: string | null; onChange: (item: string | null) => void };

/** An item by name or number, with what is free of it. */
export function ItemChoice({ label, value, onChange }: ItemChoiceProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search, setSearch] = useState("");
  const [chosenLabel, setChosenLabel] = useState("");
  const items = useItems(search === chosenLabel ? "" : search);
  const found = (items.data?.items ?? []).map((item) => ({
    value: item.id,
    label: `${item.name} · ${item.id} (${t("orders.free", { free: formats.number(item.onHand - item.reserved) })})`,
  }));
  const chosen = value !== null && !found.some((one) => one.value === value);
  return (
    <Select
      size="md"
      style={{ flex: 1, minWidth: 200 }}
      label={label}
      placeholder={t("orders.chooseItem")}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={t("ui.nothing")}
      data={chosen ? [{ value, label: chosenLabel }, ...found] : found}
      value={value}
      onChange={(item, option) => {
        setChosenLabel(option?.label ?? "");
        onChange(item);
      }}
    />
  );
}
