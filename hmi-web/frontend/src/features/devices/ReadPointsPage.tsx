import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../i18n/format";
import { word } from "../../i18n/server";
import { Failed, Loading } from "../../ui/States";
import { Title } from "../../ui/Title";
import { useReadPoints } from "./api/readPoints";

/** Every place where tags are seen, with what feeds it and what was decided there lately. */
export function ReadPointsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const points = useReadPoints();
  const what = t("devices.readPoints");
  if (points.isPending) return <Loading what={what} />;
  if (points.isError) return <Failed what={what} error={points.error} onRetry={points.refetch} />;
  return (
    <>
      <Title title={what} back="/devices" />
      <Table.ScrollContainer minWidth={900} className="card">
        <Table aria-label={what}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("devices.name")}</Table.Th>
              <Table.Th>{t("devices.place")}</Table.Th>
              <Table.Th>{t("devices.step")}</Table.Th>
              <Table.Th>{t("devices.antennasHead")}</Table.Th>
              <Table.Th>{t("devices.eyes")}</Table.Th>
              <Table.Th>{t("devices.countedHead")}</Table.Th>
              <Table.Th>{t("devices.refusedHead")}</Table.Th>
              <Table.Th>{t("devices.lastPass")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.data.map((point) => (
              <Table.Tr key={point.id}>
                <Table.Td className="nowrap">
                  <Link to={`/read-points/${point.id}`}>
                    <strong>{point.id}</strong>
                  </Link>
                </Table.Td>
                <Table.Td>{point.location}</Table.Td>
                <Table.Td>{word(t, "devices.steps", point.step)}</Table.Td>
                <Table.Td>
                  {point.antennas.map((one) => (
                    <div key={`${one.device}-${one.antenna}`} className="nowrap">
                      <Link to={`/devices/${one.device}`}>{one.device}</Link> / {one.antenna}
                      {one.side === "any" ? "" : ` (${word(t, "devices.sides", one.side)})`}
                    </div>
                  ))}
                </Table.Td>
                <Table.Td>{point.eyeOuter ? t("ui.yes") : t("ui.no")}</Table.Td>
                <Table.Td>{formats.number(point.counted)}</Table.Td>
                <Table.Td>{formats.number(point.refused)}</Table.Td>
                <Table.Td className="nowrap">{formats.time(point.lastPassAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
