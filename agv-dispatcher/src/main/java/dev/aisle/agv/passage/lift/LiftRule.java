package dev.aisle.agv.passage.lift;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a lift is called to, and when it counts as out of order. One that fails is called again
 * from time to time, as soon as it says no fault, and counts as working when it stands open where
 * it was called to.
 */
final class LiftRule {
  /** Nobody close behind shall find it just leaving. */
  private static final Duration LINGERS = Duration.ofSeconds(3);

  /** A command may be lost. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** Whether it has been let go does not show. */
  private static final int FREE_AT_MOST = 3;

  private LiftRule() {}

  /**
   * @param move what to tell it now
   */
  record Turn(LiftState lift, Optional<LiftMove> move) {}

  /**
   * @param usual level at which a lift is tried that nobody wants anywhere
   */
  static Turn next(LiftState before, LiftNeed need, String usual, Instant now) {
    LiftState lift = need.kind() == LiftNeed.Kind.NONE ? before : before.neededAt(now);
    lift = judged(lift, need, now);
    lift = lift.wishes(wish(lift, need, usual, now), now);
    boolean first = lift.told() == 0;
    if (first ? isUntouched(lift) : now.isBefore(lift.toldAt().plus(AGAIN))) {
      return new Turn(lift, Optional.empty());
    }
    boolean tell =
        lift.wish().isPresent()
            ? lift.cab(now) != Cab.FAULT && (first || !lift.isReady(now))
            : lift.told() < FREE_AT_MOST;
    return tell
        ? new Turn(lift.toldAt(now), Optional.of(move(lift)))
        : new Turn(lift, Optional.empty());
  }

  /** Nobody has wanted anything of it yet. */
  private static boolean isUntouched(LiftState lift) {
    return lift.wish().isEmpty() && lift.wishedAt().equals(Instant.EPOCH);
  }

  private static LiftMove move(LiftState lift) {
    return lift.wish().<LiftMove>map(LiftMove.Call::new).orElse(LiftMove.FREE);
  }

  private static Optional<String> wish(LiftState lift, LiftNeed need, String usual, Instant now) {
    if (need.level().isPresent()) {
      return need.level();
    }
    boolean lingers = lift.neededAt().plus(LINGERS).isAfter(now);
    if (need.kind() == LiftNeed.Kind.STAY || lingers) {
      return lift.wish();
    }
    return lift.failure().isPresent() && isTryable(lift, now)
        ? Optional.of(lift.wish().orElse(usual))
        : Optional.empty();
  }

  private static boolean isTryable(LiftState lift, Instant now) {
    return !(lift.cab(now) instanceof Cab.Fault || lift.cab(now) instanceof Cab.Unknown);
  }

  private static LiftState judged(LiftState lift, LiftNeed need, Instant now) {
    if (lift.isReady(now)) {
      return lift.ready(now);
    }
    Cab cab = lift.cab(now);
    if (cab instanceof Cab.Fault) {
      return lift.fails(LiftFailure.FAULT, now);
    }
    boolean late =
        need.level().isPresent()
            && need.level().equals(lift.wish())
            && !now.isBefore(later(lift.wishedAt(), lift.readyAt()).plus(lift.lift().within()));
    return late ? lift.fails(why(lift, cab), now) : lift;
  }

  private static LiftFailure why(LiftState lift, Cab cab) {
    return switch (cab) {
      case Cab.Unknown unknown -> LiftFailure.SILENT;
      case Cab.At at when lift.wish().equals(Optional.of(at.level())) -> LiftFailure.NOT_OPENED;
      case Cab.At at -> LiftFailure.NOT_COME;
      case Cab.Between between -> LiftFailure.NOT_COME;
      case Cab.Fault fault -> LiftFailure.FAULT;
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
