package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Hears everything that read points are told, in that order and on their thread: given again in the
 * same order, it leads to the same decisions. To return quickly.
 */
public interface InputTap {
  InputTap NONE = new InputTap() {};

  default void read(TagRead read) {}

  default void eye(EyeEvent event) {}

  default void advance(Instant now) {}

  /** Empty when there is no expected list any more. */
  default void expect(String readPoint, Optional<Set<String>> epcs) {}

  default void eyesWork(String readPoint, boolean work) {}
}
