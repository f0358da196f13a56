package dev.aisle.wms.storage.internal;

import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.FreesRoom;
import dev.aisle.wms.storage.NeedsSlot;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.UnitStored;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportDelivered;
import dev.aisle.wms.transport.TransportFailed;
import dev.aisle.wms.transport.TransportPickedUp;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Starts, ends and repeats put-aways as the floor reports. Each may be told twice. */
@Component
class WhenFloorChanges {
  /** A vehicle that gave up needs a moment, and a person may want to look first. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final SlotKeeper storage;
  private final Ledger ledger;
  private final Units units;
  private final Locations locations;
  private final Deviations deviations;
  private final FloorLock floor;
  private final ApplicationEventPublisher events;

  WhenFloorChanges(
      SlotKeeper storage,
      Ledger ledger,
      Units units,
      Locations locations,
      Deviations deviations,
      FloorLock floor,
      ApplicationEventPublisher events) {
    this.storage = storage;
    this.ledger = ledger;
    this.units = units;
    this.locations = locations;
    this.deviations = deviations;
    this.floor = floor;
    this.events = events;
  }

  @ApplicationModuleListener
  void on(NeedsSlot need) {
    floor.take();
    if (standsAt(need.unit(), need.from())) {
      storage.putAway(need.unit(), Purpose.PUT_AWAY);
    }
  }

  @ApplicationModuleListener
  void on(TransportDelivered delivered) {
    Optional<Purpose> purpose = Purpose.of(delivered.purpose()).filter(Purpose::endsInSlot);
    if (purpose.isEmpty()) {
      return;
    }
    floor.take();
    deviations.settle(
        DeviationKind.TRANSPORT_FAILED, delivered.unit().digits(), Actor.SYSTEM, "delivered");
    if (locations.require(delivered.to()).type() == LocationType.SLOT) {
      events.publishEvent(
          new UnitStored(delivered.unit(), delivered.to(), purpose.get(), delivered.at()));
    } else if (standsAt(delivered.unit(), delivered.to())) {
      storage.putAway(delivered.unit(), purpose.get());
    }
  }

  @ApplicationModuleListener
  void on(TransportPickedUp pickedUp) {
    if (locations.require(pickedUp.from()).type() == LocationType.SLOT) {
      storage.retryWaiting();
    }
  }

  @ApplicationModuleListener
  void on(FreesRoom event) {
    storage.retryWaiting();
  }

  @ApplicationModuleListener
  void on(TransportFailed failed) {
    Optional<Purpose> purpose = Purpose.of(failed.purpose()).filter(Purpose::endsInSlot);
    if (purpose.isPresent()) {
      floor.take();
      ledger.voidMove(failed.move(), new Reason("transport-failed"));
      deviations.open(
          DeviationKind.TRANSPORT_FAILED,
          failed.unit().digits(),
          failed.place(),
          Map.of("transport", failed.id().value(), "code", failed.code()));
      storage.tryLater(failed.unit(), purpose.get(), PAUSE);
    }
  }

  @ApplicationModuleListener
  void on(TransportCancelled cancelled) {
    Purpose.of(cancelled.purpose())
        .filter(Purpose::endsInSlot)
        .ifPresent(purpose -> storage.tryLater(cancelled.unit(), purpose, PAUSE));
  }

  private boolean standsAt(Sscc unit, LocationId place) {
    return units.require(unit).place().equals(Optional.of(place));
  }
}
