package dev.aisle.wms.inbound.internal;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.HandlingUnitSeen;
import dev.aisle.wms.capture.UnknownTag;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A dock's read point receives what its delivery announced; everything else a person looks at. */
@Component
class WhenDockSees {
  static final String STEP = "receiving";

  /** The sighting that received the pallet may be told again, and much later. */
  private static final Duration SAME_PASSAGE = Duration.ofSeconds(1);

  private final Receiving receiving;
  private final Units units;
  private final Locations locations;
  private final Deviations deviations;
  private final FloorLock floor;

  WhenDockSees(
      Receiving receiving,
      Units units,
      Locations locations,
      Deviations deviations,
      FloorLock floor) {
    this.receiving = receiving;
    this.units = units;
    this.locations = locations;
    this.deviations = deviations;
    this.floor = floor;
  }

  @ApplicationModuleListener
  void on(HandlingUnitSeen seen) {
    if (!seen.step().equals(STEP)) {
      return;
    }
    floor.take();
    LocationId dock = seen.location();
    if (seen.direction() == Direction.OUT) {
      deviations.open(
          DeviationKind.WRONG_DIRECTION,
          seen.unit().digits(),
          Optional.of(dock),
          Map.of("readPoint", seen.readPoint()));
      return;
    }
    Receiving.Result result =
        receiving.receive(
            seen.unit(), dock, Evidence.rfid(seen.readPoint()), seen.first(), Actor.SYSTEM);
    if (result instanceof Receiving.Result.Before(Instant receivedAt)
        && seen.direction() == Direction.IN
        && seen.first().isAfter(receivedAt.plus(SAME_PASSAGE))
        && !stillAround(seen.unit(), dock)) {
      deviations.open(
          DeviationKind.ALREADY_RECEIVED,
          seen.unit().digits(),
          Optional.of(dock),
          Map.of("readPoint", seen.readPoint()));
    }
  }

  /** A pallet that stands at the dock, or is being fetched, is easily read once more. */
  private boolean stillAround(Sscc sscc, LocationId dock) {
    Optional<LocationId> place = units.find(sscc).flatMap(HandlingUnit::place);
    return place.equals(Optional.of(dock))
        || place
            .flatMap(locations::find)
            .filter(at -> at.type() == LocationType.VEHICLE)
            .isPresent();
  }

  @ApplicationModuleListener
  void on(UnknownTag unknown) {
    Optional<Sscc> sscc = unknown.epc().asSscc();
    boolean announcedNowhere = unknown.step().equals(STEP) && sscc.isPresent();
    deviations.open(
        announcedNowhere ? DeviationKind.NOT_ADVISED : DeviationKind.UNKNOWN_TAG,
        sscc.map(Sscc::digits).orElse(unknown.epc().hex()),
        Optional.of(unknown.location()),
        Map.of("readPoint", unknown.readPoint(), "epc", unknown.epc().hex()));
  }
}
