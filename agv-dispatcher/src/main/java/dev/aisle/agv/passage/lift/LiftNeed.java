package dev.aisle.agv.passage.lift;

import java.util.Optional;

/**
 * What the fleet wants of a lift at a moment.
 *
 * @param level to stand open at
 */
record LiftNeed(Kind kind, Optional<String> level) {
  static final LiftNeed NONE = new LiftNeed(Kind.NONE, Optional.empty());

  /** Somebody is in the cab who is not ready to ride: it stays, or ends the ride it has begun. */
  static final LiftNeed STAY = new LiftNeed(Kind.STAY, Optional.empty());

  /** From the least to the most. */
  enum Kind {
    NONE,
    /** A vehicle comes that nobody passes before. */
    COMES,
    STAY,
    /** A vehicle has leave to drive in or out, or stands in the cab and wants to ride. */
    HOLDS
  }

  static LiftNeed comes(String level) {
    return new LiftNeed(Kind.COMES, Optional.of(level));
  }

  static LiftNeed holds(String level) {
    return new LiftNeed(Kind.HOLDS, Optional.of(level));
  }

  LiftNeed or(LiftNeed other) {
    return other.kind.compareTo(kind) > 0 ? other : this;
  }
}
