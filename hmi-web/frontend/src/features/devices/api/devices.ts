import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import type { ListQuery } from "../../../api/list";
import type { DeviceEntry } from "../../../api/types";

export const devicesPath = "/api/v1/devices";

/** Asked every two seconds while on screen: the ages in it are what a technician looks at. */
const lookAgainMs = 2_000;

export function useDevices(query: ListQuery) {
  return useQuery({
    queryKey: ["devices", "list", query],
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
    queryFn: () => answer(client.GET("/api/v1/devices", { params: { query } })),
  });
}

export function useDevice(name: string) {
  return useQuery({
    queryKey: ["devices", "one", name],
    refetchInterval: lookAgainMs,
    queryFn: () => answer(client.GET("/api/v1/devices/{name}", { params: { path: { name } } })),
  });
}

export function useTestDevice(name: string) {
  return useMutation({
    mutationFn: () => answer(client.POST("/api/v1/devices/{name}/test", { params: { path: { name } } })),
  });
}

export function useDrivers() {
  return useQuery({
    queryKey: ["drivers"],
    staleTime: Infinity,
    queryFn: () => answer(client.GET("/api/v1/drivers", { params: {} })),
  });
}

export function useDeviceSettings(name: string, wanted: boolean) {
  return useQuery({
    queryKey: ["devices", "settings", name],
    enabled: wanted,
    queryFn: () => answer(client.GET("/api/v1/devices/{name}/settings", { params: { path: { name } } })),
  });
}

type Settings = { name: string; driver: string; settings: Record<string, string> };

/** A change to a device; afterwards everything about devices is asked again. */
function useChange<V, R>(change: (input: V) => Promise<R>, onDone: (result: R) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result: R) => {
      onDone(result);
      await queries.invalidateQueries({ queryKey: ["devices"] });
    },
  });
}

export function useAddDevice(onDone: (entry: DeviceEntry) => void) {
  return useChange(
    ({ name, driver, settings }: Settings) =>
      answer(client.POST("/api/v1/devices", { params: {}, body: { name, driver, settings } })),
    onDone,
  );
}

export function useSetDevice(onDone: (entry: DeviceEntry) => void) {
  return useChange(
    ({ name, driver, settings }: Settings) =>
      answer(
        client.PUT("/api/v1/devices/{name}/settings", { params: { path: { name } }, body: { driver, settings } }),
      ),
    onDone,
  );
}

export function useSimulateDevice(name: string, onDone: () => void) {
  return useChange(
    (body: { simulated: boolean; address: string | null }) =>
      answer(client.PUT("/api/v1/devices/{name}/simulated", { params: { path: { name } }, body })),
    onDone,
  );
}

export function useRemoveDevice(name: string, onDone: () => void) {
  return useChange(
    () => answer(client.DELETE("/api/v1/devices/{name}", { params: { path: { name } } })),
    onDone,
  );
}
