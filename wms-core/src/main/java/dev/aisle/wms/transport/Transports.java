package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;

/** Loads that vehicles carry for us. */
public interface Transports {
  /**
   * Asks for a vehicle to carry out a reserved move; {@link TransportRequested} leaves with the
   * caller's transaction. Asking again while one is open for this move returns that one.
   *
   * @param priority higher goes first; 50 is usual
   * @param goodsG weight of what is on the unit, in grams; 0 if it is not known
   */
  Transport request(MoveId move, int priority, long goodsG);

  /**
   * Takes a request back and voids the move. Nothing happens when it has ended, or when the unit is
   * on the vehicle already.
   *
   * @return whether it was cancelled now
   */
  boolean cancel(TransportId id, String reason);

  Optional<Transport> find(TransportId id);

  /** Not delivered, failed or cancelled yet; oldest first. */
  List<Transport> open();

  /** A unit's transports, oldest first. */
  List<Transport> of(Sscc unit);

  /**
   * Searches id, unit and vehicle; sorts by id, unit, from, to, state, vehicle, requestedAt,
   * deliveredAt, priority; filters by state ({@code open} means all that are open), unit, vehicle.
   */
  Page<Transport> list(ListQuery query);
}
