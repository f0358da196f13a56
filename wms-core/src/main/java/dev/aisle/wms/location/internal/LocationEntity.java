package dev.aisle.wms.location.internal;

import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.shared.LocationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of locations. */
@Entity
@Table(name = "location")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LocationEntity {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private LocationType type;

  private String zone;

  @Column(name = "capacity_units")
  private int capacityUnits;

  private int sequence;

  @Column(name = "x_m")
  private double xM;

  @Column(name = "y_m")
  private double yM;

  protected LocationEntity() {}

  LocationEntity(Location location) {
    id = location.id().value();
    describe(location);
  }

  final void describe(Location location) {
    type = location.type();
    zone = location.zone();
    capacityUnits = location.capacityUnits();
    sequence = location.sequence();
    xM = location.xM();
    yM = location.yM();
  }

  Location toLocation() {
    return new Location(new LocationId(id), type, zone, capacityUnits, sequence, xM, yM);
  }
}
