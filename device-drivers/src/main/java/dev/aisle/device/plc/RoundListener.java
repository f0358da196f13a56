package dev.aisle.device.plc;

import java.time.Instant;

/**
 * Told by a controller's own thread, after every poll and when the link is lost. It may write to
 * the same controller.
 */
public interface RoundListener {
  /** All values are fresh. */
  void round(Instant now);

  /** All values are unknown, and the outputs may be at their safe values. */
  void lost(Instant now);
}
