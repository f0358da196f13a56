package dev.aisle.wms.location;

import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The places of the site. */
public interface Locations {
  /** Adds and changes places as the site file says; declaring the same again changes nothing. */
  void declare(Collection<Location> locations);

  Optional<Location> find(LocationId id);

  /** The place; one that was never declared is a mistake of the caller. */
  Location require(LocationId id);

  /** In walking order. */
  List<Location> ofType(LocationType type);

  /** In walking order. */
  List<Location> all();

  /** Searches id and zone; sorts by id, type, zone, sequence; filters by type and zone. */
  Page<Location> list(ListQuery query);
}
