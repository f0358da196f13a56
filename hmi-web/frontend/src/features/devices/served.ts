import type { DeviceKind } from "../../api/types";

/** Kinds of devices that read tags; the others are not counted by it. */
export function readsTags(kind: DeviceKind): boolean {
  return kind === "rfid-reader" || kind === "tag-head";
}
