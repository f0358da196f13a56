package dev.aisle.agv.passage.door;

import dev.aisle.agv.passage.door.DoorState.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a door opens, closes and counts as out of order. It stays open while anybody is released
 * through it, for a release is final. One that fails is tried again from time to time, as soon as
 * it says no fault, and counts as working when it has opened.
 */
final class DoorRule {
  /** Nobody close behind shall find it just closing. */
  private static final Duration LINGERS = Duration.ofSeconds(3);

  /** A command may be lost. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** A door that somebody holds open by hand is not fought with. */
  static final int CLOSE_AT_MOST = 3;

  private DoorRule() {}

  /**
   * @param move what to tell it now
   */
  record Turn(DoorState door, Optional<DoorMove> move) {}

  static Turn next(DoorState before, Need need, Instant now) {
    DoorState door = judged(need == Need.OPEN ? before.neededAt(now) : before, need, now);
    door = door.wishes(wish(door, need, now), now);
    if (door.wish() == Wish.CLOSED && door.position(now) == DoorPosition.CLOSED) {
      return new Turn(door.obeyed(), Optional.empty());
    }
    return door.told() == 0 || !now.isBefore(door.toldAt().plus(AGAIN))
        ? told(door, now)
        : new Turn(door, Optional.empty());
  }

  private static Wish wish(DoorState door, Need need, Instant now) {
    if (need == Need.OPEN || (door.failure().isPresent() && isTryable(door, now))) {
      return Wish.OPEN;
    }
    boolean lingers = door.neededAt().plus(LINGERS).isAfter(now);
    return need == Need.STAY || lingers ? door.wish() : Wish.CLOSED;
  }

  private static DoorState judged(DoorState door, Need need, Instant now) {
    if (door.standsOpen(now)) {
      return door.failure().isPresent() ? door.works().neededAt(now) : door;
    }
    DoorPosition position = door.position(now);
    if (position == DoorPosition.FAULT) {
      return door.fails(DoorFailure.FAULT, now);
    }
    boolean late =
        door.wish() == Wish.OPEN
            && need == Need.OPEN
            && !now.isBefore(later(door.wishedAt(), door.openAt()).plus(door.way().opensWithin()));
    return late
        ? door.fails(
            position == DoorPosition.UNKNOWN ? DoorFailure.SILENT : DoorFailure.NOT_OPENED, now)
        : door;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isTryable(DoorState door, Instant now) {
    DoorPosition position = door.position(now);
    return position != DoorPosition.FAULT && position != DoorPosition.UNKNOWN;
  }

  private static Turn told(DoorState door, Instant now) {
    DoorPosition position = door.position(now);
    boolean open =
        door.wish() == Wish.OPEN
            && position != DoorPosition.FAULT
            && (position != DoorPosition.OPEN || door.told() == 0);
    boolean close =
        door.wish() == Wish.CLOSED && position == DoorPosition.OPEN && door.told() < CLOSE_AT_MOST;
    if (!open && !close) {
      return new Turn(door, Optional.empty());
    }
    return new Turn(door.toldAt(now), Optional.of(open ? DoorMove.OPEN : DoorMove.CLOSE));
  }
}
