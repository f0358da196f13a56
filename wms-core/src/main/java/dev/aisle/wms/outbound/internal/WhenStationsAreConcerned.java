package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.capture.HandlingUnitSeen;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.order.OrderAllocated;
import dev.aisle.wms.order.OrderCancelled;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.storage.UnitStored;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportDelivered;
import dev.aisle.wms.transport.TransportFailed;
import dev.aisle.wms.transport.TransportPickedUp;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Everything that may change what is due at the pick stations. Each may be told twice. */
@Component
class WhenStationsAreConcerned {
  private final StationPlan plan;
  private final PositionWatch watch;
  private final PickTable picks;
  private final PositionTable positions;
  private final Storage storage;
  private final Ledger ledger;
  private final Units units;
  private final Tasks tasks;
  private final Deviations deviations;
  private final FloorLock floor;

  WhenStationsAreConcerned(
      StationPlan plan,
      PositionWatch watch,
      PickTable picks,
      PositionTable positions,
      Storage storage,
      Ledger ledger,
      Units units,
      Tasks tasks,
      Deviations deviations,
      FloorLock floor) {
    this.plan = plan;
    this.watch = watch;
    this.picks = picks;
    this.positions = positions;
    this.storage = storage;
    this.ledger = ledger;
    this.units = units;
    this.tasks = tasks;
    this.deviations = deviations;
    this.floor = floor;
  }

  @ApplicationModuleListener
  void on(OrderAllocated allocated) {
    plan.run();
  }

  @ApplicationModuleListener
  void on(UnitStored stored) {
    if (!picks.stationsWanting(stored.unit()).isEmpty()) {
      plan.run();
    }
  }

  @ApplicationModuleListener
  void on(OrderCancelled cancelled) {
    floor.take();
    Optional<Parcel> parcel = picks.parcel(cancelled.order());
    if (parcel.isPresent() && parcel.get().state() != Parcel.State.CANCELLED) {
      for (Pick pick : picks.of(cancelled.order())) {
        if (pick.state() == Pick.State.OPEN) {
          picks.ended(pick.id(), Pick.State.CANCELLED, Quantity.ZERO, Actor.SYSTEM.name());
          tasks.cancel(TaskKind.PICK, Long.toString(pick.id()));
        }
      }
      picks.state(cancelled.order(), Parcel.State.CANCELLED);
      units.become(parcel.get().sscc(), UnitState.VOID);
    }
    plan.run();
  }

  @ApplicationModuleListener
  void on(HandlingUnitSeen seen) {
    if (seen.step().equals("picking")) {
      floor.take();
      watch.seen(seen.location(), seen.unit(), seen.readPoint(), seen.last());
      plan.run();
    }
  }

  @ApplicationModuleListener
  void on(TransportPickedUp pickedUp) {
    if (pickedUp.purpose().equals(Purpose.PUT_AWAY.code())) {
      return;
    }
    floor.take();
    positions
        .at(pickedUp.from())
        .filter(there -> there.unit().equals(pickedUp.unit()))
        .filter(there -> there.state() != UnitAtPosition.State.COMING)
        .ifPresent(there -> positions.gone(there.id()));
    plan.run();
  }

  @ApplicationModuleListener
  void on(TransportDelivered delivered) {
    if (!delivered.purpose().equals(Purpose.PICK.code())) {
      return;
    }
    floor.take();
    Optional<UnitAtPosition> coming = coming(delivered.unit(), delivered.planned());
    if (coming.isPresent()) {
      deviations.settle(
          DeviationKind.TRANSPORT_FAILED, delivered.unit().digits(), Actor.SYSTEM, "delivered");
      if (delivered.to().equals(coming.get().position())) {
        positions.arrived(coming.get().id());
      } else {
        positions.failed(coming.get().id());
        storage.putAway(delivered.unit(), Purpose.RETURN);
      }
    }
    plan.run();
  }

  @ApplicationModuleListener
  void on(TransportFailed failed) {
    if (failed.purpose().equals(Purpose.PICK.code())) {
      floor.take();
      ledger.voidMove(failed.move(), new Reason("transport-failed"));
      deviations.open(
          DeviationKind.TRANSPORT_FAILED,
          failed.unit().digits(),
          failed.place(),
          Map.of("transport", failed.id().value(), "code", failed.code()));
      comesNoMore(failed.unit());
    }
  }

  @ApplicationModuleListener
  void on(TransportCancelled cancelled) {
    if (cancelled.purpose().equals(Purpose.PICK.code())) {
      floor.take();
      comesNoMore(cancelled.unit());
    }
  }

  private void comesNoMore(Sscc unit) {
    positions
        .of(unit)
        .filter(there -> there.state() == UnitAtPosition.State.COMING)
        .ifPresent(there -> positions.failed(there.id()));
    units
        .require(unit)
        .place()
        .flatMap(positions::at)
        .filter(there -> there.unit().equals(unit))
        .filter(there -> there.state() == UnitAtPosition.State.LEAVING)
        .ifPresent(there -> positions.stays(there.id()));
    plan.run();
  }

  private Optional<UnitAtPosition> coming(Sscc unit, LocationId position) {
    return positions
        .of(unit)
        .filter(there -> there.state() == UnitAtPosition.State.COMING)
        .filter(there -> there.position().equals(position));
  }
}
