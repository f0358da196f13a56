import { useTranslation } from "react-i18next";
import type { Device } from "../../api/types";
import { troubleWords } from "../../i18n/trouble";

type TroubleTextProps = {
  device: Pick<Device, "troubleParams"> & {
    trouble?: string | null | undefined;
    troubleDetail?: string | null | undefined;
  };
  detail?: boolean;
};

/** What is wrong in the reader's language; what the driver says stands behind it for a technician. */
export function TroubleText({ device, detail }: TroubleTextProps) {
  const { t } = useTranslation();
  if (!device.trouble) return <>–</>;
  return (
    <span title={device.troubleDetail ?? undefined}>
      {troubleWords(t, device.trouble, device.troubleParams)}
      {detail === true && device.troubleDetail ? (
        <details>
          <summary>{t("devices.driverSays")}</summary>
          <code lang="en">{device.troubleDetail}</code>
        </details>
      ) : null}
    </span>
  );
}
