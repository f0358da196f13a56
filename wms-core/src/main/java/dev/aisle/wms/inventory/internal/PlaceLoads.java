package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.LocationId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many handling units stand at a place and how many are on their way to it. */
@Component
class PlaceLoads {
  private static final List<String> LIMITING =
      Arrays.stream(LocationType.values())
          .filter(LocationType::limitsUnits)
          .map(Enum::name)
          .toList();

  private final JdbcClient jdbc;
  private final Locations locations;

  PlaceLoads(JdbcClient jdbc, Locations locations) {
    this.jdbc = jdbc;
    this.locations = locations;
  }

  /**
   * @param limited whether more than the capacity is refused
   */
  record Load(int capacity, boolean limited, int stored, int planned) {
    boolean hasRoom() {
      return !limited || stored + planned < capacity;
    }
  }

  /** Locks the places in sorted order. A capacity that the site lowered counts from now on. */
  Map<LocationId, Load> lock(Collection<LocationId> places) {
    Map<LocationId, Load> loads = new LinkedHashMap<>();
    for (LocationId place : new TreeSet<>(places)) {
      Location location = locations.require(place);
      loads.put(
          place,
          jdbc.sql(
                  """
                  insert into location_load as l (location, capacity, limited)
                  values (:location, :capacity, :limited)
                  on conflict (location) do update set
                    capacity = greatest(excluded.capacity, l.stored + l.planned),
                    limited = excluded.limited
                  returning capacity, limited, stored, planned
                  """)
              .param("location", place.value())
              .param("capacity", location.capacityUnits())
              .param("limited", location.type().limitsUnits())
              .query(
                  (row, number) ->
                      new Load(
                          row.getInt("capacity"),
                          row.getBoolean("limited"),
                          row.getInt("stored"),
                          row.getInt("planned")))
              .single());
    }
    return loads;
  }

  void change(LocationId place, int stored, int planned) {
    jdbc.sql(
            """
            update location_load set stored = stored + ?, planned = planned + ?
            where location = ?
            """)
        .params(stored, planned, place.value())
        .update();
  }

  List<LocationId> withRoom(List<LocationId> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    Set<String> full =
        jdbc
            .sql(
                """
                select l.id from location l left join location_load o on o.location = l.id
                where l.id in (:places) and coalesce(o.limited, l.type in (:limiting))
                  and coalesce(o.stored + o.planned, 0) >= l.capacity_units
                """)
            .param("places", places.stream().map(LocationId::value).toList())
            .param("limiting", LIMITING)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.toSet());
    return places.stream().filter(place -> !full.contains(place.value())).toList();
  }
}
