import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answer, client } from "../api/client";
import classes from "./frame.module.css";

/** Said on every screen of a program that does not run the floor, and where it is run. */
export function LeadNote() {
  const { t } = useTranslation();
  const lead = useQuery({
    queryKey: ["lead"],
    refetchInterval: 5_000,
    queryFn: () => answer(client.GET("/api/v1/system/lead", { params: {} })),
  });
  if (!lead.data || lead.data.leads) return null;
  const { leader, address } = lead.data;
  return (
    <div className={classes.lead} role="status">
      <span>{leader ? t("frame.lead.other", { leader }) : t("frame.lead.nobody")}</span>
      {address ? <a href={address}>{t("frame.lead.open")}</a> : null}
    </div>
  );
}
