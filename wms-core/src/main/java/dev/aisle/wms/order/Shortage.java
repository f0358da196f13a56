package dev.aisle.wms.order;

import java.util.List;

/**
 * Why a line could not be filled.
 *
 * @param wanted base units still needed
 * @param free base units that nobody holds
 * @param heldBy who holds the rest
 */
public record Shortage(long wanted, long free, List<Holder> heldBy) {
  public Shortage {
    heldBy = List.copyOf(heldBy);
  }

  /** A demand, such as {@code SO-000001/2}, and how much it holds. */
  public record Holder(String ref, long quantity) {}
}
