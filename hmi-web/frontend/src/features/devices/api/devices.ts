import { useQuery } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { Device, Signal } from "../../../api/types";

/** Asked every two seconds while on screen: the ages in it are what a technician looks at. */
export function useDevices() {
  return useQuery({
    queryKey: ["devices"],
    refetchInterval: 2_000,
    queryFn: () => answer(client.GET("/api/v1/devices", { params: {} })),
  });
}

const worstFirst: Signal[] = ["failure", "check", "outOfSpec", "maintenance", "unknown", "ok"];

/** The ones that need somebody come first, then by name. */
export function byNeed(devices: readonly Device[]): Device[] {
  return [...devices].sort(
    (a, b) => worstFirst.indexOf(a.signal) - worstFirst.indexOf(b.signal) || a.name.localeCompare(b.name),
  );
}
