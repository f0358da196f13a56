package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import java.time.Instant;

/**
 * Stock that goes from one account to another.
 *
 * @param idempotencyKey the business act, such as {@code receipt:ASN-000001:095211410000000014};
 *     the same key posted again has no second effect
 */
public record Movement(
    String idempotencyKey,
    Account from,
    Account to,
    StockKey key,
    Quantity quantity,
    Reason reason,
    Evidence evidence,
    Instant eventTime,
    Actor actor,
    String documentRef) {
  public Movement {
    if (idempotencyKey.isBlank() || idempotencyKey.length() > 200) {
      throw new IllegalArgumentException("an idempotency key has 1 to 200 characters");
    }
    if (from.equals(to) || quantity.none()) {
      throw new IllegalArgumentException("movement %s moves nothing".formatted(idempotencyKey));
    }
  }

  public Movement(
      String idempotencyKey,
      Account from,
      Account to,
      StockKey key,
      Quantity quantity,
      Occasion occasion) {
    this(
        idempotencyKey,
        from,
        to,
        key,
        quantity,
        occasion.reason(),
        occasion.evidence(),
        occasion.at(),
        occasion.actor(),
        occasion.documentRef());
  }

  public Occasion occasion() {
    return new Occasion(reason, evidence, eventTime, actor, documentRef);
  }
}
