package dev.aisle.wms.task;

/** What can be different from what was expected, so that a person has to look. */
public enum DeviationKind {
  UNKNOWN_TAG,
  NOT_ADVISED,
  ADVICE_CLOSED,
  ALREADY_RECEIVED,
  WRONG_DOCK,
  WRONG_DIRECTION,
  RECEIPT_DIFFERENCE,
  NO_FREE_SLOT,
  TRANSPORT_FAILED,
  WRONG_UNIT,
  COUNT_NEEDED,
  SHIPMENT_MISMATCH,
  TRUCK_FULL,
  /** A person took a load whose weight is not what the books say, and said why. */
  WEIGHT_ACCEPTED
}
