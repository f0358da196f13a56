import { ActionIcon, Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useCustomers, useEnterOrder } from "./api/orders";
import { addLine, changeLine, emptyDraft, orderOf, removeLine, type Draft } from "./draft";
import { ItemChoice } from "./ItemChoice";
import classes from "./orders.module.css";

export function EnterOrderPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [search, setSearch] = useState("");
  const customers = useCustomers(search);
  const enter = useEnterOrder((order) => void navigate(`/orders/${order.id}`));
  const order = orderOf(draft);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (order) enter.send(order);
  };

  return (
    <>
      <Title title={t("orders.enter")} back="/orders" />
      <form className={`card pad ${classes.form ?? ""}`} onSubmit={submit}>
        <Select
          size="md"
          label={t("orders.customer")}
          placeholder={t("orders.chooseCustomer")}
          required
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          filter={({ options }) => options}
          nothingFoundMessage={t("ui.nothing")}
          data={(customers.data?.items ?? []).map((one) => ({
            value: one.id,
            label: [one.name, one.city].filter(Boolean).join(" · "),
          }))}
          value={draft.customer}
          onChange={(customer) => setDraft({ ...draft, customer })}
        />
        <div className={classes.row}>
          <TextInput
            size="md"
            type="date"
            label={t("orders.requestedFor")}
            value={draft.requestedFor}
            onChange={(event) => setDraft({ ...draft, requestedFor: event.currentTarget.value })}
          />
          <TextInput
            size="md"
            label={t("orders.externalRef")}
            value={draft.externalRef}
            onChange={(event) => setDraft({ ...draft, externalRef: event.currentTarget.value })}
          />
        </div>
        <fieldset className={classes.lines}>
          <legend>{t("orders.linesHead")}</legend>
          {draft.lines.map((line, index) => (
            <div key={line.key} className={classes.line}>
              <ItemChoice
                label={t("orders.lineItem", { no: index + 1 })}
                value={line.item}
                onChange={(item) => setDraft(changeLine(draft, line.key, { item }))}
              />
              <NumberInput
                size="md"
                w={130}
                label={t("orders.quantity")}
                min={1}
                max={1_000_000}
                allowDecimal={false}
                allowNegative={false}
                value={line.quantity}
                onChange={(value) => setDraft(changeLine(draft, line.key, { quantity: Number(value) || 0 }))}
              />
              <ActionIcon
                variant="default"
                size={44}
                aria-label={t("orders.removeLine", { no: index + 1 })}
                disabled={draft.lines.length === 1}
                onClick={() => setDraft(removeLine(draft, line.key))}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Button
            variant="default"
            h={44}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setDraft(addLine(draft))}
          >
            {t("orders.addLine")}
          </Button>
        </fieldset>
        <Refused error={enter.error} />
        <Button type="submit" size="lg" h={56} disabled={order === null || enter.sending}>
          {enter.sending ? t("ui.sending") : t("orders.enterNow")}
        </Button>
      </form>
    </>
  );
}
