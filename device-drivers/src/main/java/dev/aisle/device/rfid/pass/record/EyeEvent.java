package dev.aisle.device.rfid.pass.record;

import java.time.Instant;

/** A photo-eye of a portal became blocked or free. */
public record EyeEvent(String readPoint, Eye eye, boolean blocked, Instant at) {
  /** Where the eye stands. */
  public enum Eye {
    OUTER,
    INNER
  }
}
