package dev.aisle.device.rfid.readpoint;

import java.time.Duration;

/**
 * How the breaks of two photo-eyes and the reads of tags belong together.
 *
 * @param passTime longest time between the two eyes
 * @param slack a read this long before the first or after the second eye still belongs to the pass
 * @param standing a tag heard longer than this before the first eye was standing there, and belongs
 *     to the pass only if it became clearly stronger in it
 */
public record EyeRules(Duration passTime, Duration slack, Duration standing) {

  /** A door that loads are driven through. */
  public static EyeRules dockPortal() {
    return new EyeRules(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(10));
  }
}
