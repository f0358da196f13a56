package dev.aisle.device.rfid.load;

import java.time.Instant;

/** A person says that a load is done although it is not complete, and why. */
public record CloseOut(String person, String reason, Instant at) {
  public CloseOut {
    if (person.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a load is closed by somebody, for a reason");
    }
  }
}
