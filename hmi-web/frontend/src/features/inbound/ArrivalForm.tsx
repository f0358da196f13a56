import { Button, Select } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "../../ui/States";
import { useArrive, useDocks } from "./api/advices";
import classes from "./inbound.module.css";

/** Says at which dock the truck of an advice stands; the work of unloading it begins with that. */
export function ArrivalForm({ advice }: { advice: string }) {
  const { t } = useTranslation();
  const docks = useDocks();
  const arrive = useArrive(advice);
  const [dock, setDock] = useState<string | null>(null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (dock !== null) arrive.send(dock);
  };
  return (
    <form className={`card pad ${classes.arrival ?? ""}`} aria-label={t("inbound.arrival")} onSubmit={submit}>
      <Select
        size="md"
        label={t("inbound.arrivalAt")}
        required
        searchable
        nothingFoundMessage={t("ui.nothing")}
        data={(docks.data?.items ?? []).map((one) => one.id)}
        value={dock}
        onChange={(chosen) => {
          arrive.clear();
          setDock(chosen);
        }}
      />
      <Button type="submit" h={44} disabled={dock === null || arrive.sending}>
        {arrive.sending ? t("ui.sending") : t("inbound.arrive")}
      </Button>
      <Refused error={arrive.error} />
    </form>
  );
}
