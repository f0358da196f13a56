package dev.aisle.wms.inventory;

import java.util.List;

/** What must always hold, computed from the stored facts themselves. */
public interface InventoryInvariants {
  /** Every violation found; an empty list is the only good answer. */
  List<Violation> check();

  /**
   * One thing that should never be.
   *
   * @param invariant short id such as {@code I1.balance-is-sum-of-lines}
   */
  record Violation(String invariant, String detail) {}
}
