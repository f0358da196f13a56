package dev.aisle.wms.storage.internal;

import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which slots are free, and how many of them have to stay free for units that come back. */
@Component
class Room {
  private final Locations locations;
  private final Ledger ledger;
  private final Units units;
  private final Transports transports;

  Room(Locations locations, Ledger ledger, Units units, Transports transports) {
    this.locations = locations;
    this.ledger = ledger;
    this.units = units;
    this.transports = transports;
  }

  List<Location> freeSlots() {
    List<Location> slots = locations.ofType(LocationType.SLOT);
    Set<LocationId> free =
        new HashSet<>(ledger.withRoom(slots.stream().map(Location::id).toList()));
    return slots.stream().filter(slot -> free.contains(slot.id())).toList();
  }

  /**
   * Pallets that left their slot for a pick position and have no slot planned to come back to. Were
   * their slots given to new goods, they could never leave the position.
   */
  int comingBack() {
    long onTheirWay =
        transports.open().stream()
            .filter(t -> t.purpose().equals(Purpose.PICK.code()))
            .filter(t -> t.state() == TransportState.PICKED_UP)
            .count();
    long atPositions = 0;
    for (Location position : locations.ofType(LocationType.PICK)) {
      for (HandlingUnit unit : units.at(position.id())) {
        if (unit.type() == UnitType.PALLET && !goesToSlot(unit)) {
          atPositions++;
        }
      }
    }
    return (int) (onTheirWay + atPositions);
  }

  private boolean goesToSlot(HandlingUnit unit) {
    return ledger
        .openMove(unit.sscc())
        .flatMap(move -> Purpose.of(move.purpose()))
        .filter(Purpose::endsInSlot)
        .isPresent();
  }
}
