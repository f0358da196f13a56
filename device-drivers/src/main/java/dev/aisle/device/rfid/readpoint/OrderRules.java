package dev.aisle.device.rfid.readpoint;

import java.time.Duration;

/**
 * How the order of two antenna lines tells a direction.
 *
 * @param leastCount reads needed at each line
 * @param leastTime by so much the strongest time of one line must come before that of the other
 * @param must true where a tag counts only when both lines heard it strongly enough and in the
 *     order of its direction: what stands inside is never strong at the opening, however a forklift
 *     bends the field; and where eyes work, only when both were passed
 */
public record OrderRules(int leastCount, Duration leastTime, boolean must) {
  public OrderRules {
    if (leastCount < 1 || leastTime.isNegative()) {
      throw new IllegalArgumentException("an order needs reads and a time");
    }
  }

  public static OrderRules usual() {
    return new OrderRules(2, Duration.ofMillis(150), false);
  }
}
