package dev.aisle.wms.task;

import dev.aisle.wms.shared.PartyId;
import java.util.List;
import java.util.Map;

/**
 * What the site may decide about the flows. A site that says nothing gets {@link #DEFAULTS};
 * another one is given as a bean of this type.
 *
 * @param owner who owns goods when an advice or order names nobody
 * @param putAway rules that choose a slot, the first one weighs most: {@code owner-zone}, {@code
 *     heaviest-low}, {@code nearest-free}
 * @param ownerZones zone in which the goods of an owner should lie
 * @param heavyFromKg from this weight on, a unit should lie on the lowest level
 * @param ordersPerStation orders picked at one station at the same time
 * @param parcelsPerTruck when a load has so many parcels, no further one is brought to its dock
 */
public record Policies(
    PartyId owner,
    List<String> putAway,
    Map<PartyId, String> ownerZones,
    long heavyFromKg,
    int ordersPerStation,
    int parcelsPerTruck) {

  public static final String OWNER_ZONE = "owner-zone";
  public static final String HEAVIEST_LOW = "heaviest-low";
  public static final String NEAREST_FREE = "nearest-free";

  public static final Policies DEFAULTS =
      new Policies(
          new PartyId("OWN"),
          List.of(OWNER_ZONE, HEAVIEST_LOW, NEAREST_FREE),
          Map.of(),
          400,
          8,
          40);

  public Policies {
    putAway = List.copyOf(putAway);
    ownerZones = Map.copyOf(ownerZones);
    for (String rule : putAway) {
      if (!List.of(OWNER_ZONE, HEAVIEST_LOW, NEAREST_FREE).contains(rule)) {
        throw new IllegalArgumentException("no put-away rule is called '%s'".formatted(rule));
      }
    }
    if (heavyFromKg < 0 || ordersPerStation < 1 || parcelsPerTruck < 1) {
      throw new IllegalArgumentException(
          "weight and numbers of orders and parcels must be positive");
    }
  }
}
