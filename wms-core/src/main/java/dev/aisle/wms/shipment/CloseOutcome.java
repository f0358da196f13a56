package dev.aisle.wms.shipment;

import java.time.Instant;

/** What came of letting a truck go. */
public sealed interface CloseOutcome {
  /** It may leave; its orders are shipped. */
  record Left(Load load) implements CloseOutcome {}

  /** Goods do not equal papers: the load names what is missing and what is too much. */
  record Incomplete(Load load) implements CloseOutcome {}

  /** There is nothing on it. */
  record Empty(Load load) implements CloseOutcome {}

  /** Closing by hand needs no reason here: goods equal papers. */
  record NothingMissing(Load load) implements CloseOutcome {}

  /** Who lets an incomplete truck go has to say why. */
  record ReasonMissing(LoadId load) implements CloseOutcome {}

  record AlreadyLeft(LoadId load, String by, Instant at) implements CloseOutcome {}

  record NoSuchLoad(LoadId load) implements CloseOutcome {}
}
