package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;

/**
 * The double-entry ledger of stock and of where handling units stand.
 *
 * <p>Every act joins the caller's transaction, or is one of its own. Balances are locked in one
 * sorted order within an act; a caller that makes several acts in one transaction should make them
 * in the order of unit and item, too. Nothing is ever changed or deleted: a mistake is corrected by
 * a further movement.
 */
public interface Ledger {
  /** Moves stock that is not reserved. The same idempotency key again has no second effect. */
  PostingOutcome post(Movement movement);

  /** Promises free stock in one unit to one demand, or says who holds it. */
  ReservationOutcome reserve(String demandRef, Sscc unit, StockKey key, Quantity quantity);

  /** Gives what a reservation still holds back; a closed one is left as it is. */
  void release(ReservationId reservation);

  /** Lowers what a reservation holds; nothing left closes it. */
  void reduce(ReservationId reservation, Quantity by);

  /** Moves reserved stock to where it was promised to go, in whole or in part. */
  PostingOutcome consume(
      ReservationId reservation,
      Quantity quantity,
      Account to,
      String idempotencyKey,
      Occasion occasion);

  Optional<Reservation> reservation(ReservationId id);

  /** What a demand still holds, oldest first. */
  List<Reservation> reservationsFor(String demandRef);

  /** What is still held in a unit, oldest first. */
  List<Reservation> reservationsOn(Sscc unit);

  /**
   * In-house balances that are not empty, by item, then expiry (none last), then the order in which
   * they first came in: first expiry first, first in first.
   */
  List<Balance> balances(BalanceQuery query);

  /** Newest first. */
  List<LedgerLine> lines(LineQuery query);

  /** A unit's changes of place, oldest first. */
  List<UnitStep> steps(Sscc unit);

  /** Plans a unit's way; room at the destination is held from now on. */
  MoveOutcome reserveMove(Sscc unit, LocationId to, String purpose);

  /**
   * Takes an open move to another place: room is held there, and the first place is free again. If
   * the other has none, the move stays as it was.
   */
  MoveProgress redirectMove(MoveId move, LocationId to);

  /** Picked up: the unit is on the vehicle now. */
  MoveProgress startMove(MoveId move, LocationId vehicle, Occasion occasion);

  /** Put down, normally where planned. */
  MoveProgress postMove(MoveId move, LocationId at, Occasion occasion);

  /** Not going to happen; the unit stays where the books say it is now. */
  MoveProgress voidMove(MoveId move, Reason reason);

  Optional<Move> move(MoveId id);

  Optional<Move> openMove(Sscc unit);

  /** A unit's moves, oldest first. */
  List<Move> moves(Sscc unit);

  /** Whether one more unit could be planned to go there now. */
  boolean hasRoom(LocationId place);

  /** Of these places, those with room for one more unit, in the order given. */
  List<LocationId> withRoom(List<LocationId> places);

  /** The unit stands here, without a move before: received at a dock, packed, found. */
  PlaceOutcome place(Sscc unit, LocationId at, Occasion occasion);

  /** Taken off the floor without a truck: an emptied pallet. Its contents must be gone. */
  void remove(Sscc unit, Occasion occasion);

  /** Left on a truck: contents belong to the customer's account, the unit is shipped. */
  DepartOutcome depart(Sscc unit, PartyId customer, String idempotencyKey, Occasion occasion);
}
