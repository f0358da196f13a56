package dev.aisle.wms.transport;

/** How far a transport has come. */
public enum TransportState {
  REQUESTED,
  ACCEPTED,
  ASSIGNED,
  PICKED_UP,
  DELIVERED,
  FAILED,
  CANCELLED;

  public boolean open() {
    return switch (this) {
      case REQUESTED, ACCEPTED, ASSIGNED, PICKED_UP -> true;
      case DELIVERED, FAILED, CANCELLED -> false;
    };
  }
}
