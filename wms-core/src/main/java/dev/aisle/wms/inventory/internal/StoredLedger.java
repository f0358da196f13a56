package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.Balance;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.DepartOutcome;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.LedgerLine;
import dev.aisle.wms.inventory.LineQuery;
import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.MoveOutcome;
import dev.aisle.wms.inventory.MoveProgress;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.PlaceOutcome;
import dev.aisle.wms.inventory.PostingId;
import dev.aisle.wms.inventory.PostingOutcome;
import dev.aisle.wms.inventory.Reservation;
import dev.aisle.wms.inventory.ReservationId;
import dev.aisle.wms.inventory.ReservationOutcome;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.inventory.UnitStep;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in the database: one transaction an act, or part of the caller's. */
@Service
@Transactional
class StoredLedger implements Ledger {
  private final Poster poster;
  private final Reservations reservations;
  private final UnitMoves moves;
  private final PlaceLoads loads;
  private final LedgerReads reads;
  private final Units units;

  StoredLedger(
      Poster poster,
      Reservations reservations,
      UnitMoves moves,
      PlaceLoads loads,
      LedgerReads reads,
      Units units) {
    this.poster = poster;
    this.reservations = reservations;
    this.moves = moves;
    this.loads = loads;
    this.reads = reads;
    this.units = units;
  }

  @Override
  public PostingOutcome post(Movement movement) {
    return poster.post(movement, Quantity.ZERO);
  }

  @Override
  public ReservationOutcome reserve(String demandRef, Sscc unit, StockKey key, Quantity quantity) {
    return reservations.reserve(demandRef, unit, key, quantity);
  }

  @Override
  public void release(ReservationId reservation) {
    reservations.release(reservation);
  }

  @Override
  public void reduce(ReservationId reservation, Quantity by) {
    reservations.reduce(reservation, by);
  }

  @Override
  public PostingOutcome consume(
      ReservationId reservation,
      Quantity quantity,
      Account to,
      String idempotencyKey,
      Occasion occasion) {
    return reservations.consume(reservation, quantity, to, idempotencyKey, occasion);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Reservation> reservation(ReservationId id) {
    return reservations.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Reservation> reservationsFor(String demandRef) {
    return reservations.ofDemand(demandRef);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Reservation> reservationsOn(Sscc unit) {
    return reservations.onUnit(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Balance> balances(BalanceQuery query) {
    return reads.balances(query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<LedgerLine> lines(LineQuery query) {
    return reads.lines(query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<UnitStep> steps(Sscc unit) {
    return moves.steps(unit);
  }

  @Override
  public MoveOutcome reserveMove(Sscc unit, LocationId to, String purpose) {
    return moves.reserve(unit, to, purpose);
  }

  @Override
  public MoveProgress redirectMove(MoveId move, LocationId to) {
    return moves.redirect(move, to);
  }

  @Override
  public MoveProgress startMove(MoveId move, LocationId vehicle, Occasion occasion) {
    return moves.start(move, vehicle, occasion);
  }

  @Override
  public MoveProgress postMove(MoveId move, LocationId at, Occasion occasion) {
    return moves.post(move, at, occasion);
  }

  @Override
  public MoveProgress voidMove(MoveId move, Reason reason) {
    return moves.cancel(move, reason);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Move> move(MoveId id) {
    return moves.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Move> openMove(Sscc unit) {
    return moves.openMove(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Move> moves(Sscc unit) {
    return moves.of(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean hasRoom(LocationId place) {
    return !loads.withRoom(List.of(place)).isEmpty();
  }

  @Override
  @Transactional(readOnly = true)
  public List<LocationId> withRoom(List<LocationId> places) {
    return loads.withRoom(places);
  }

  @Override
  public PlaceOutcome place(Sscc unit, LocationId at, Occasion occasion) {
    return moves.place(unit, at, occasion);
  }

  @Override
  public void remove(Sscc sscc, Occasion occasion) {
    HandlingUnit unit = units.lock(sscc);
    if (unit.state() == UnitState.VOID) {
      return;
    }
    if (!reads.balances(BalanceQuery.in(sscc)).isEmpty()) {
      throw new IllegalStateException("handling unit %s is not empty".formatted(sscc));
    }
    moves.leave(unit, UnitState.VOID, occasion);
  }

  @Override
  public DepartOutcome depart(
      Sscc sscc, PartyId customer, String idempotencyKey, Occasion occasion) {
    HandlingUnit unit = units.lock(sscc);
    if (unit.state() == UnitState.SHIPPED) {
      return new DepartOutcome.AlreadyGone(sscc);
    }
    // The unit is locked, so nothing goes in or out between reading and posting.
    List<Balance> contents = reads.balances(BalanceQuery.in(sscc));
    for (Balance content : contents) {
      if (content.reserved() > 0) {
        return new DepartOutcome.Refused(
            poster.shortage(content.account(), content.key(), Quantity.of(content.onHand())));
      }
    }
    List<PostingId> postings = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Balance content = contents.get(i);
      postings.add(
          post(new Movement(
                  idempotencyKey + ":" + i,
                  content.account(),
                  Account.customer(customer),
                  content.key(),
                  Quantity.of(content.onHand()),
                  occasion))
              .orThrow());
    }
    moves.leave(unit, UnitState.SHIPPED, occasion);
    return new DepartOutcome.Departed(sscc, List.copyOf(postings));
  }
}
