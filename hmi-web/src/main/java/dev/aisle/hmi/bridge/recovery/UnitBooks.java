package dev.aisle.hmi.bridge.recovery;

import dev.aisle.hmi.live.fleet.RecoveryPort.Answer.Refused;
import dev.aisle.hmi.live.fleet.RecoveryPort.Found;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.PlaceOutcome;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Brings the books to what a person saw on a vehicle. The unit of its transport is left out: what
 * becomes of that, the transport tells.
 */
@Component
class UnitBooks {
  private static final Reason FOUND = Reason.of("vehicle-recovery");

  private final Units units;
  private final Ledger ledger;
  private final Locations locations;
  private final Clock clock;

  UnitBooks(Units units, Ledger ledger, Locations locations, Clock clock) {
    this.units = units;
    this.ledger = ledger;
    this.locations = locations;
    this.clock = clock;
  }

  /** Units that are on a vehicle as the books have it. */
  List<String> on(String vehicle) {
    return units.at(new LocationId(vehicle)).stream().map(unit -> unit.sscc().digits()).toList();
  }

  /**
   * What the person has taken off the vehicle and put down: its load, and what was booked on it.
   */
  List<Sscc> putDown(String vehicle, Found found, Optional<Transport> transport) {
    boolean put = found.fate() == Fate.DELIVERED || found.fate() == Fate.STANDS_AT;
    return put
        ? Stream.concat(
                transport.map(Transport::unit).stream(),
                missing(vehicle, found, transport).stream())
            .toList()
        : List.of();
  }

  /** Why it cannot be so; nothing is changed. */
  Optional<Refused> refusal(String vehicle, Found found, Optional<Transport> transport) {
    return ofUnit(found)
        .or(() -> ofPlace(found, transport))
        .or(() -> ofBooked(vehicle, found, transport));
  }

  private Optional<Refused> ofUnit(Found found) {
    if (found.aboard() != Aboard.UNIT) {
      return Optional.empty();
    }
    return found.unit().filter(this::isKnown).isPresent()
        ? Optional.empty()
        : Optional.of(refused("unit", "unit-unknown", found.unit().orElse("")));
  }

  private boolean isKnown(String digits) {
    try {
      return units.find(new Sscc(digits)).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Refused> ofPlace(Found found, Optional<Transport> transport) {
    if (found.fate() != Fate.DELIVERED && found.fate() != Fate.STANDS_AT) {
      return Optional.empty();
    }
    LocationId place = new LocationId(found.putAt().orElse(""));
    if (locations.find(place).filter(one -> one.type() != LocationType.VEHICLE).isEmpty()) {
      return Optional.of(refused("putAt", "no-location", place.value()));
    }
    boolean kept = transport.filter(one -> one.to().equals(place)).isPresent();
    return kept || ledger.hasRoom(place)
        ? Optional.empty()
        : Optional.of(refused("putAt", "place-taken", place.value()));
  }

  /** What the books have on the vehicle and nobody found there must stand somewhere. */
  private Optional<Refused> ofBooked(String vehicle, Found found, Optional<Transport> transport) {
    List<Sscc> missing = missing(vehicle, found, transport);
    return missing.isEmpty() || (found.fate() == Fate.STANDS_AT && transport.isEmpty())
        ? Optional.empty()
        : Optional.of(refused("fate", "booked-aboard", missing.getFirst().digits()));
  }

  private List<Sscc> missing(String vehicle, Found found, Optional<Transport> transport) {
    if (found.aboard() == Aboard.UNKNOWN) {
      return List.of();
    }
    return units.at(new LocationId(vehicle)).stream()
        .map(HandlingUnit::sscc)
        .filter(unit -> !found.unit().equals(Optional.of(unit.digits())))
        .filter(unit -> transport.filter(one -> one.unit().equals(unit)).isEmpty())
        .toList();
  }

  /** Books it; a refusal leaves it to the caller to undo what was booked before. */
  Optional<Refused> book(String vehicle, Found found, Optional<Transport> transport, String by) {
    Occasion occasion =
        new Occasion(FOUND, Evidence.manual(vehicle), clock.instant(), new Actor(by), vehicle);
    for (Sscc unit : missing(vehicle, found, transport)) {
      Optional<Refused> refused =
          place(unit, new LocationId(found.putAt().orElseThrow()), occasion);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return found
        .unit()
        .filter(unit -> found.aboard() == Aboard.UNIT)
        .map(Sscc::new)
        .filter(unit -> transport.filter(one -> one.unit().equals(unit)).isEmpty())
        .flatMap(unit -> place(unit, new LocationId(vehicle), occasion));
  }

  private Optional<Refused> place(Sscc unit, LocationId at, Occasion occasion) {
    return switch (ledger.place(unit, at, occasion)) {
      case PlaceOutcome.Placed placed -> Optional.empty();
      case PlaceOutcome.AlreadyThere there -> Optional.empty();
      case PlaceOutcome.Full full -> Optional.of(refused("putAt", "place-taken", at.value()));
      case PlaceOutcome.Moving moving ->
          Optional.of(refused("unit", "unit-under-way", unit.digits()));
    };
  }

  private static Refused refused(String field, String code, String... values) {
    return new Refused(Optional.of(field), code, List.of(values));
  }
}
