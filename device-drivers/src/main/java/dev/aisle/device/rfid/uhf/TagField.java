package dev.aisle.device.rfid.uhf;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.time.Duration;

/**
 * The tags before one reader, for work on their memory. May be used from any thread but the
 * reader's own; each call waits for its answer, which comes within a bounded time.
 */
public interface TagField {
  /** Looks for so long. */
  Inventory inventory(Duration length);

  /** By the antennas in their order, until a tag answers. A write is sent at most once. */
  AccessAnswer access(TagCommand command);

  /**
   * The same by one antenna of the reader only; no other sends. Makes that do not let their antenna
   * be chosen work as {@link #access} does.
   */
  default AccessAnswer access(int antenna, TagCommand command) {
    return access(command);
  }
}
