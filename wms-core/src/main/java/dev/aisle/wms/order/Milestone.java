package dev.aisle.wms.order;

import java.util.Arrays;
import java.util.Optional;

/** The nine steps of an order, in their order. An order passes each once and never goes back. */
public enum Milestone {
  /** 申购 */
  APPLIED(1),
  /** 下单 */
  ENTERED(2),
  /** 确认 */
  CONFIRMED(3),
  /** 配货 */
  PICKED(4),
  /** 发货 */
  SHIPPED(5),
  /** 在途 */
  IN_TRANSIT(6),
  /** 到货 */
  ARRIVED(7),
  /** 签单 */
  SIGNED(8),
  /** 回单归档 */
  FILED(9);

  private final int step;

  Milestone(int step) {
    this.step = step;
  }

  /** 1 to 9. */
  public int step() {
    return step;
  }

  public static Milestone ofStep(int step) {
    return Arrays.stream(values()).filter(m -> m.step == step).findFirst().orElseThrow();
  }

  public Optional<Milestone> next() {
    return this == FILED ? Optional.empty() : Optional.of(ofStep(step + 1));
  }

  /** People report these; the others follow from work done in the warehouse. */
  public boolean reportedByPeople() {
    return step >= IN_TRANSIT.step;
  }
}
