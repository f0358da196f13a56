import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { NewAdvice } from "../../api/types";
import { Refused } from "../../ui/States";
import { Title } from "../../ui/Title";
import { ItemChoice } from "../orders/ItemChoice";
import { useAnnounce, useSuppliers } from "./api/advices";
import classes from "./inbound.module.css";

const mostPallets = 33;

/** Announces a truck by hand: so many pallets of one item. The server gives each pallet its SSCC. */
export function AnnouncePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const suppliers = useSuppliers(search);
  const [supplier, setSupplier] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [pallets, setPallets] = useState(1);
  const [quantity, setQuantity] = useState(1);
  const [lot, setLot] = useState("");
  const [expiry, setExpiry] = useState("");
  const announce = useAnnounce((advice) => void navigate(`/inbound/${advice.id}`));
  const ready = supplier !== null && item !== null && pallets >= 1 && quantity >= 1;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const pallet: NewAdvice["pallets"][number] = { item, quantity };
    if (lot.trim() !== "") pallet.lot = lot.trim();
    if (expiry !== "") pallet.expiry = expiry;
    announce.send({ supplier, pallets: Array.from({ length: pallets }, () => pallet) });
  };

  return (
    <>
      <Title title={t("inbound.announce")} back="/inbound" />
      <form className={`card pad ${classes.form ?? ""}`} onSubmit={submit}>
        <Select
          size="md"
          label={t("inbound.supplier")}
          required
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          filter={({ options }) => options}
          nothingFoundMessage={t("ui.nothing")}
          data={(suppliers.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={supplier}
          onChange={setSupplier}
        />
        <ItemChoice label={t("inbound.item")} value={item} onChange={setItem} />
        <div className={classes.row}>
          <NumberInput
            size="md"
            label={t("inbound.palletCount")}
            min={1}
            max={mostPallets}
            allowDecimal={false}
            value={pallets}
            onChange={(value) => setPallets(Number(value) || 0)}
          />
          <NumberInput
            size="md"
            label={t("inbound.quantityEach")}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={quantity}
            onChange={(value) => setQuantity(Number(value) || 0)}
          />
          <TextInput
            size="md"
            label={t("inbound.lot")}
            value={lot}
            onChange={(event) => setLot(event.currentTarget.value)}
          />
          <TextInput
            size="md"
            type="date"
            label={t("inbound.expiry")}
            value={expiry}
            onChange={(event) => setExpiry(event.currentTarget.value)}
          />
        </div>
        <Refused error={announce.error} />
        <Button type="submit" size="lg" h={56} disabled={!ready || announce.sending}>
          {announce.sending ? t("ui.sending") : t("inbound.announceVerb")}
        </Button>
      </form>
    </>
  );
}
