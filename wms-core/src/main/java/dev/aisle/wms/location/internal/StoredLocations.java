package dev.aisle.wms.location.internal;

import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Locations in the database. */
@Service
@Transactional(readOnly = true)
class StoredLocations implements Locations {
  private static final Set<String> SORTABLE =
      Set.of("id", "type", "zone", "sequence", "capacityUnits");

  private final LocationRepository rows;

  StoredLocations(LocationRepository rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public void declare(Collection<Location> locations) {
    for (Location location : locations) {
      rows.findById(location.id().value())
          .ifPresentOrElse(
              row -> row.describe(location), () -> rows.save(new LocationEntity(location)));
    }
    rows.flush();
  }

  @Override
  public Optional<Location> find(LocationId id) {
    return rows.findById(id.value()).map(LocationEntity::toLocation);
  }

  @Override
  public Location require(LocationId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no location " + id));
  }

  @Override
  public List<Location> ofType(LocationType type) {
    return rows.findByTypeOrderBySequenceAscIdAsc(type).stream()
        .map(LocationEntity::toLocation)
        .toList();
  }

  @Override
  public List<Location> all() {
    return rows.findAllByOrderBySequenceAscIdAsc().stream()
        .map(LocationEntity::toLocation)
        .toList();
  }

  @Override
  public Page<Location> list(ListQuery query) {
    Sort.Direction direction = query.descending() ? Sort.Direction.DESC : Sort.Direction.ASC;
    String field = query.sort().filter(SORTABLE::contains).orElse("sequence");
    Sort sort = Sort.by(direction, field).and(Sort.by("id"));
    var found =
        rows.search(
            query.pattern().orElse("%"),
            query.filter("type").orElse(""),
            query.filter("zone").orElse(""),
            PageRequest.of(query.page(), query.size(), sort));
    return new Page<>(
        found.stream().map(LocationEntity::toLocation).toList(),
        found.getTotalElements(),
        query.page(),
        query.size());
  }
}
