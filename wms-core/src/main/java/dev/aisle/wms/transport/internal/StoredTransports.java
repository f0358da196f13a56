package dev.aisle.wms.transport.internal;

import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportCancelled;
import dev.aisle.wms.transport.TransportFailure;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportRequested;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for vehicles and takes requests back. */
@Service
@Transactional
class StoredTransports implements Transports {
  private static final Reason CANCELLED = Reason.of("transport-cancelled");

  private final TransportRows rows;
  private final Ledger ledger;
  private final Units units;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredTransports(
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
  public Transport request(MoveId moveId, int priority, long goodsG) {
    Move move =
        ledger
            .move(moveId)
            .orElseThrow(() -> new NoSuchElementException("no move " + moveId.number()));
    units.lock(move.unit());
    Optional<Transport> open = rows.openFor(moveId);
    if (open.isPresent()) {
      return open.get();
    }
    if (!ledger.move(moveId).map(Move::state).filter(Move.State::open).isPresent()) {
      throw new IllegalStateException("move %d has ended".formatted(moveId.number()));
    }
    Instant now = clock.instant();
    Transport transport = rows.insert(move, priority, goodsG, now);
    events.publishEvent(
        new TransportRequested(
            transport.id(), move.unit(), transport.from(), move.to(), priority, goodsG, now));
    return transport;
  }

  @Override
  public boolean cancel(TransportId id, String reason) {
    units.lock(rows.require(id).unit());
    Transport transport = rows.lock(id);
    if (!transport.state().open() || transport.state() == TransportState.PICKED_UP) {
      return false;
    }
    Instant now = clock.instant();
    rows.end(id, TransportState.CANCELLED, TransportFailure.of(reason), now);
    ledger.voidMove(transport.move(), CANCELLED);
    events.publishEvent(
        new TransportCancelled(
            id, transport.move(), transport.unit(), transport.purpose(), reason, now));
    return true;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Transport> find(TransportId id) {
    return rows.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Transport> open() {
    return rows.open();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Transport> of(Sscc unit) {
    return rows.of(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Transport> list(ListQuery query) {
    return rows.list(query);
  }
}
