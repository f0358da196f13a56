import { Button, FileInput, Select, Table } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import { Refused } from "../../ui/States";
import { importKinds, useImport, type ImportKind } from "./api/summary";
import classes from "./system.module.css";

/** Master data and orders from CSV files. Good rows pass, bad ones are listed with line, field and reason. */
export function ImportForm() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ImportKind>("items");
  const [file, setFile] = useState<File | null>(null);
  const load = useImport();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (file) load.mutate({ kind, file });
  };
  const result = load.data;
  return (
    <section className={`card pad ${classes.imports ?? ""}`}>
      <h2>{t("system.import.title")}</h2>
      <form className={classes.row} onSubmit={submit}>
        <Select
          size="md"
          label={t("system.import.kind")}
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: t(`system.import.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(importKinds.find((one) => one === value) ?? "items")}
        />
        <FileInput
          size="md"
          w={280}
          label={t("system.import.file")}
          placeholder={t("system.import.choose")}
          accept=".csv,text/csv"
          value={file}
          onChange={setFile}
        />
        <Button type="submit" h={44} disabled={file === null || load.isPending}>
          {load.isPending ? t("ui.sending") : t("system.import.verb")}
        </Button>
      </form>
      <Refused error={load.error instanceof ProblemError ? load.error : null} />
      {result ? (
        <>
          <output>
            {t("system.import.result", {
              accepted: result.accepted,
              unchanged: result.unchanged,
              rejected: result.rejected,
            })}
          </output>
          {result.errors.length > 0 ? (
            <Table aria-label={t("system.import.errors")}>
              <Table.Tbody>
                {result.errors.map((error) => (
                  <Table.Tr key={`${error.line}-${error.field}`}>
                    <Table.Td>{t("system.import.line", { line: error.line })}</Table.Td>
                    <Table.Td>
                      <code>{error.field}</code>
                    </Table.Td>
                    <Table.Td>{error.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
