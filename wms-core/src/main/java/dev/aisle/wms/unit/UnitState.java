package dev.aisle.wms.unit;

/** Where a handling unit is in its life. */
public enum UnitState {
  /** Told by an advice, not yet seen. */
  ANNOUNCED,
  /** Here, goods may go in and out. */
  OPEN,
  /** Here, packed; goods no longer change. */
  CLOSED,
  /** Left with a truck. */
  SHIPPED,
  /** Emptied or never came. */
  VOID;

  /** Whether the life of a unit may go from this state to the other. */
  public boolean mayBecome(UnitState next) {
    return switch (this) {
      case ANNOUNCED -> next == OPEN || next == VOID;
      case OPEN -> next == CLOSED || next == SHIPPED || next == VOID;
      case CLOSED -> next == OPEN || next == SHIPPED || next == VOID;
      case SHIPPED, VOID -> false;
    };
  }
}
