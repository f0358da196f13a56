import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import { useStationWeights } from "../../../api/stationEvents";
import type { StationEquipment } from "../../../api/types";

/** Scale, scanners and printer of a station. The weight is pushed; the rest is asked every 5 s. */
export function useEquipment(station: string) {
  const queries = useQueryClient();
  const key = ["stations", "equipment", station];
  useStationWeights(station, (scale) =>
    queries.setQueryData<StationEquipment>(key, (now) => (now ? { ...now, scale } : now)),
  );
  return useQuery({
    queryKey: key,
    refetchInterval: 5_000,
    queryFn: () => answer(client.GET("/api/v1/stations/{id}/equipment", { params: { path: { id: station } } })),
  });
}
