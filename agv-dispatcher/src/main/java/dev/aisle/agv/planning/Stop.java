package dev.aisle.agv.planning;

import dev.aisle.agv.transport.TransportId;
import java.util.Optional;

/** Something to do at a visit before driving on. */
public record Stop(Kind kind, Optional<TransportId> transport) {

  /** What is done. */
  public enum Kind {
    PICK,
    DROP,
    PARK
  }

  public static Stop pick(TransportId transport) {
    return new Stop(Kind.PICK, Optional.of(transport));
  }

  public static Stop drop(TransportId transport) {
    return new Stop(Kind.DROP, Optional.of(transport));
  }

  public static Stop park() {
    return new Stop(Kind.PARK, Optional.empty());
  }

  /** Time in milliseconds planned for it; the real time only delays, it breaks nothing. */
  public long dwellMs() {
    return kind == Kind.PARK ? 0 : 8_000;
  }
}
