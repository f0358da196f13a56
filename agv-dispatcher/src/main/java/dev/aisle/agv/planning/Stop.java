package dev.aisle.agv.planning;

import dev.aisle.agv.transport.TransportId;
import java.util.Optional;

/** Something to do at a visit before driving on. */
public record Stop(Kind kind, Optional<TransportId> transport) {

  /** What is done. */
  public enum Kind {
    PICK,
    DROP,
    /** Stands there with the load and does nothing. */
    CALL,
    PARK,
    /** Nothing but standing there, until a person ends it. */
    STAND
  }

  public static Stop pick(TransportId transport) {
    return new Stop(Kind.PICK, Optional.of(transport));
  }

  public static Stop drop(TransportId transport) {
    return new Stop(Kind.DROP, Optional.of(transport));
  }

  public static Stop call(TransportId transport) {
    return new Stop(Kind.CALL, Optional.of(transport));
  }

  public static Stop park() {
    return new Stop(Kind.PARK, Optional.empty());
  }

  public static Stop stand() {
    return new Stop(Kind.STAND, Optional.empty());
  }

  /** Time in milliseconds planned for it; the real time only delays, it breaks nothing. */
  public long dwellMs() {
    return kind == Kind.PARK ? 0 : 8_000;
  }
}
