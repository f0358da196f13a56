package dev.aisle.wms.order;

/** What an order waits for. */
public enum OrderStatus {
  /** On its way through the milestones. */
  OPEN,
  /** Confirmed, but stock is missing. */
  BACK_ORDERED,
  CANCELLED,
  /** All nine milestones reached. */
  DONE
}
