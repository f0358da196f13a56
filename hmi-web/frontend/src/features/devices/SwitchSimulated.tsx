import { Button, TextInput } from "@mantine/core";
import { IconSwitchHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/problem";
import type { DeviceDetails } from "../../api/types";
import { Confirm } from "../../ui/Confirm";
import { useDeviceSettings, useDrivers, useSimulateDevice } from "./api/devices";

/** Puts a real device in the place of a simulated one, or the simulator in the place of a real one. */
export function SwitchSimulated({ details }: { details: DeviceDetails }) {
  const { t } = useTranslation();
  const { name, simulated } = details.device;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const settings = useDeviceSettings(name, asking);
  const drivers = useDrivers();
  const change = useSimulateDevice(name, () => setAsking(false));
  const form = drivers.data?.find((one) => one.driver === details.device.driver);
  const address = typed ?? settings.data?.settings[form?.address ?? ""] ?? "";
  return (
    <>
      <Button
        variant="default"
        h={44}
        leftSection={<IconSwitchHorizontal size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {simulated ? t("devices.makeReal") : t("devices.makeSimulated")}
      </Button>
      <Confirm
        open={asking}
        title={simulated ? t("devices.makeRealTitle", { name }) : t("devices.makeSimulatedTitle", { name })}
        consequence={simulated ? t("devices.makeRealMeans") : t("devices.makeSimulatedMeans")}
        verb={simulated ? t("devices.makeReal") : t("devices.makeSimulated")}
        sending={change.isPending}
        disabled={simulated && address.trim() === ""}
        error={change.error instanceof ProblemError ? change.error : null}
        onConfirm={() => change.mutate({ simulated: !simulated, address: simulated ? address.trim() : null })}
        onClose={() => {
          change.reset();
          setAsking(false);
        }}
      >
        {simulated ? (
          <TextInput
            size="md"
            label={t("devices.address")}
            description={t("devices.addressHint")}
            autoComplete="off"
            value={address}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : null}
      </Confirm>
    </>
  );
}
