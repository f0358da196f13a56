package dev.aisle.wms.transport.internal;

import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.MoveProgress;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportDelivered;
import dev.aisle.wms.transport.TransportFailed;
import dev.aisle.wms.transport.TransportFailure;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportPickedUp;
import dev.aisle.wms.transport.TransportReports;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the dispatcher's reports. The unit is locked first, then the transport; what the stored
 * state already says is not done again.
 */
@Service
@Transactional
class StoredTransportReports implements TransportReports {
  private static final Reason PICKED_UP = Reason.of("picked-up");
  private static final Reason RETURNED = Reason.of("returned");
  private static final Reason DELIVERED = Reason.of("delivered");

  /** The vehicle put the unit where the books say there is no room. */
  private static final String PLACE_TAKEN = "placeTaken";

  private final TransportRows rows;
  private final Ledger ledger;
  private final Units units;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredTransportReports(
      TransportRows rows,
      Ledger ledger,
      Units units,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.ledger = ledger;
    this.units = units;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void accepted(TransportId id) {
    if (lock(id).state() == TransportState.REQUESTED) {
      rows.accepted(id, clock.instant());
    }
  }

  @Override
  public void assigned(TransportId id, LocationId vehicle, Instant at) {
    Transport transport = lock(id);
    boolean sameAgain =
        transport.state() == TransportState.ASSIGNED
            && transport.vehicle().filter(vehicle::equals).isPresent();
    if (transport.state().open() && transport.state() != TransportState.PICKED_UP && !sameAgain) {
      rows.assigned(id, vehicle, at);
    }
  }

  @Override
  public void pickedUp(TransportId id, LocationId vehicle, Instant at, Evidence evidence) {
    Transport transport = lock(id);
    if (transport.pickedUpAt().isPresent() || transport.state() == TransportState.DELIVERED) {
      return;
    }
    Occasion occasion =
        new Occasion(PICKED_UP, evidence, at, new Actor(vehicle.value()), id.value());
    if (!transport.state().open()) {
      // It was taken back too late: the unit is on the vehicle all the same, and the books say so.
      rows.pickedUp(id, vehicle, transport.state(), at);
      ledger.place(transport.unit(), vehicle, occasion);
      return;
    }
    rows.pickedUp(id, vehicle, TransportState.PICKED_UP, at);
    ledger.startMove(transport.move(), vehicle, occasion);
    events.publishEvent(
        new TransportPickedUp(
            id,
            transport.move(),
            transport.unit(),
            transport.from(),
            vehicle,
            transport.purpose(),
            at));
  }

  @Override
  public void delivered(TransportId id, LocationId at, Instant time) {
    Transport transport = lock(id);
    if (transport.deliveredAt().isPresent()) {
      return;
    }
    String by = transport.vehicle().map(LocationId::value).orElse(Actor.SYSTEM.name());
    Occasion occasion =
        new Occasion(
            DELIVERED, new Evidence(EvidenceKind.VEHICLE, by), time, new Actor(by), id.value());
    if (!transport.state().open()) {
      rows.delivered(id, at, transport.state(), time);
      ledger.place(transport.unit(), at, occasion);
      return;
    }
    switch (ledger.postMove(transport.move(), at, occasion)) {
      case MoveProgress.Done done -> delivered(transport, at, time);
      case MoveProgress.AlreadyDone done -> {
        ledger.place(transport.unit(), at, occasion);
        delivered(transport, at, time);
      }
      case MoveProgress.NoRoom noRoom -> fail(transport, TransportFailure.of(PLACE_TAKEN), time);
    }
  }

  @Override
  public void unassigned(TransportId id) {
    if (lock(id).state() == TransportState.ASSIGNED) {
      rows.unassigned(id);
    }
  }

  @Override
  public void rerouted(TransportId id, LocationId to) {
    Transport transport = lock(id);
    if (transport.state().open()) {
      ledger.redirectMove(transport.move(), to);
      rows.rerouted(id, to);
    }
  }

  @Override
  public void returned(TransportId id, LocationId at, TransportFailure why, Instant time) {
    Transport transport = lock(id);
    if (transport.deliveredAt().isPresent()) {
      return;
    }
    if (transport.state().open()) {
      rows.end(id, TransportState.CANCELLED, why, time);
      ledger.voidMove(transport.move(), RETURNED);
      events.publishEvent(
          new TransportCancelled(
              id, transport.move(), transport.unit(), transport.purpose(), why.code(), time));
    }
    rows.delivered(id, at, TransportState.CANCELLED, time);
    String by = transport.vehicle().map(LocationId::value).orElse(Actor.SYSTEM.name());
    ledger.place(
        transport.unit(),
        at,
        new Occasion(
            RETURNED, new Evidence(EvidenceKind.VEHICLE, by), time, new Actor(by), id.value()));
  }

  @Override
  public void failed(TransportId id, TransportFailure why, Instant at) {
    Transport transport = lock(id);
    if (transport.state().open()) {
      fail(transport, why, at);
    }
  }

  private void delivered(Transport transport, LocationId at, Instant time) {
    rows.delivered(transport.id(), at, TransportState.DELIVERED, time);
    events.publishEvent(
        new TransportDelivered(
            transport.id(),
            transport.move(),
            transport.unit(),
            transport.from(),
            transport.to(),
            at,
            transport.purpose(),
            time));
  }

  private void fail(Transport transport, TransportFailure why, Instant at) {
    rows.end(transport.id(), TransportState.FAILED, why, at);
    HandlingUnit unit = units.require(transport.unit());
    events.publishEvent(
        new TransportFailed(
            transport.id(),
            transport.move(),
            transport.unit(),
            unit.place(),
            transport.purpose(),
            why.code(),
            at));
  }

  private Transport lock(TransportId id) {
    units.lock(rows.require(id).unit());
    return rows.lock(id);
  }
}
