import { useTranslation } from "react-i18next";
import type { Device } from "../../api/types";
import { word } from "../../i18n/server";

type TroubleTextProps = { device: Pick<Device, "trouble" | "troubleDetail">; detail?: boolean };

/** What is wrong in the reader's language; what the driver says stands behind it for a technician. */
export function TroubleText({ device, detail }: TroubleTextProps) {
  const { t } = useTranslation();
  if (!device.trouble) return <>–</>;
  return (
    <span title={device.troubleDetail ?? undefined}>
      {word(t, "devices.troubles", device.trouble)}
      {detail === true && device.troubleDetail ? (
        <>
          {" "}
          <code>{device.troubleDetail}</code>
        </>
      ) : null}
    </span>
  );
}
