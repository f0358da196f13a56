package dev.aisle.agv.passage.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A door with what it says and what it was told. Nothing of it outlives the program: after a
 * restart the door is asked anew.
 *
 * @param heardAt when it said its position last; old words are not believed
 * @param wish what it was told last
 * @param wishedAt when the wish changed
 * @param told how often the wish was told
 * @param toldAt when last
 * @param neededAt when somebody needed it open last
 * @param openAt when it was known to be open last
 * @param failure why nobody is sent through
 * @param failedAt when that began
 */
record DoorState(
    Doorway way,
    DoorPosition position,
    Instant heardAt,
    Wish wish,
    Instant wishedAt,
    int told,
    Instant toldAt,
    Instant neededAt,
    Instant openAt,
    Optional<DoorFailure> failure,
    Instant failedAt) {

  /** Its position is said at least so often; older is nothing known. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** An "open" within this time after the wish may still be from before an earlier "close". */
  private static final Duration SETTLES = Duration.ofMillis(500);

  /** What the fleet wants of it. */
  enum Wish {
    /** Not told anything yet. */
    NOTHING,
    OPEN,
    CLOSED
  }

  static DoorState of(Doorway way) {
    return new DoorState(
        way,
        DoorPosition.UNKNOWN,
        Instant.EPOCH,
        Wish.NOTHING,
        Instant.EPOCH,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Instant.EPOCH);
  }

  DoorPosition position(Instant now) {
    return heardAt.plus(BELIEVED).isAfter(now) ? position : DoorPosition.UNKNOWN;
  }

  /** Open, and it will stay so. */
  boolean standsOpen(Instant now) {
    return wish == Wish.OPEN
        && position(now) == DoorPosition.OPEN
        && !heardAt.isBefore(wishedAt.plus(SETTLES));
  }

  boolean mayBePassed(Instant now) {
    return failure.isEmpty() && standsOpen(now);
  }

  DoorState says(DoorPosition said, Instant at) {
    return new DoorState(
        way,
        said,
        at,
        wish,
        wishedAt,
        told,
        toldAt,
        neededAt,
        said == DoorPosition.OPEN ? at : openAt,
        failure,
        failedAt);
  }

  DoorState neededAt(Instant at) {
    return new DoorState(
        way, position, heardAt, wish, wishedAt, told, toldAt, at, openAt, failure, failedAt);
  }

  DoorState wishes(Wish other, Instant at) {
    return other == wish ? this : told(other, at, 0, Instant.EPOCH);
  }

  DoorState toldAt(Instant at) {
    return told(wish, wishedAt, told + 1, at);
  }

  /** It has closed as it was told; whoever opens it now has a reason. */
  DoorState obeyed() {
    return told(wish, wishedAt, DoorRule.CLOSE_AT_MOST, toldAt);
  }

  DoorState fails(DoorFailure why, Instant at) {
    return failing(Optional.of(why), failure.isEmpty() ? at : failedAt);
  }

  DoorState works() {
    return failing(Optional.empty(), Instant.EPOCH);
  }

  private DoorState told(Wish what, Instant since, int times, Instant last) {
    return new DoorState(
        way, position, heardAt, what, since, times, last, neededAt, openAt, failure, failedAt);
  }

  private DoorState failing(Optional<DoorFailure> why, Instant since) {
    return new DoorState(
        way, position, heardAt, wish, wishedAt, told, toldAt, neededAt, openAt, why, since);
  }
}
