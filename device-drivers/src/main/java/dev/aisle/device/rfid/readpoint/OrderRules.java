package dev.aisle.device.rfid.readpoint;

import java.time.Duration;

/**
 * How the order of two antenna lines tells a direction.
 *
 * @param leastCount reads needed at each line
 * @param leastTime by so much the strongest time of one line must come before that of the other
 */
public record OrderRules(int leastCount, Duration leastTime) {
  public OrderRules {
    if (leastCount < 1 || leastTime.isNegative()) {
      throw new IllegalArgumentException("an order needs reads and a time");
    }
  }

  public static OrderRules usual() {
    return new OrderRules(2, Duration.ofMillis(150));
  }
}
