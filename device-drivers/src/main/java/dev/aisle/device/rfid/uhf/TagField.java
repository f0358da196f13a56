package dev.aisle.device.rfid.uhf;

import java.time.Duration;

/**
 * The tags before one reader, for work on their memory. May be used from any thread but the
 * reader's own; each call waits for its answer, which comes within a bounded time.
 */
public interface TagField {
  /** Looks for so long. */
  Inventory inventory(Duration length);

  /** A write is sent at most once. */
  AccessAnswer access(TagCommand command);
}
