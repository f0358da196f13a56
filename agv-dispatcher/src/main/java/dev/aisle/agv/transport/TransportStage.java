package dev.aisle.agv.transport;

/** How far a transport has come. */
public enum TransportStage {
  WAITING,
  ASSIGNED,
  TO_PICKUP,
  PICKING,
  CARRYING,
  DROPPING,
  DELIVERED,
  FAILED,
  CANCELLED;

  /** True once nothing more will happen. */
  public boolean isOver() {
    return this == DELIVERED || this == FAILED || this == CANCELLED;
  }

  /** True from the moment the load is on the vehicle. */
  public boolean isLoaded() {
    return this == CARRYING || this == DROPPING;
  }
}
