package dev.aisle.agv.handover;

import dev.aisle.agv.handover.StationTrouble.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A station with what it says and what it was told. Nothing of it outlives the program.
 *
 * @param heardAt when it said its state last; old words are not believed
 * @param told what it was told last; empty after a restart
 * @param wanted what a vehicle stands before it for
 * @param since when that began
 * @param trouble why it counts as out of order
 */
record StationWatch(
    Station station,
    StationState state,
    Instant heardAt,
    Optional<StationSignal> told,
    Optional<StationState> wanted,
    Instant since,
    Optional<StationTrouble> trouble) {

  /** Its state is said at least so often; older is nothing known. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  static StationWatch of(Station station) {
    return new StationWatch(
        station,
        StationState.UNKNOWN,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }

  StationState state(Instant now) {
    return heardAt.plus(BELIEVED).isAfter(now) ? state : StationState.UNKNOWN;
  }

  StationWatch says(StationState said, Instant at) {
    return new StationWatch(station, said, at, told, wanted, since, trouble);
  }

  /**
   * What is wanted of it now, and whether it has kept a vehicle waiting for too long. One in
   * trouble is asked on, for many say that they are ready only when they are asked.
   */
  StationWatch next(StationNeed need, Instant now) {
    Instant from = need.wanted().equals(wanted) ? since : now;
    Optional<StationTrouble> wrong = trouble.filter(before -> !isOver(before.why(), now));
    boolean late =
        need.wanted().isPresent()
            && need.wanted().get() != state(now)
            && !now.isBefore(from.plus(station.within()));
    if (late) {
      Instant began = wrong.map(StationTrouble::since).orElse(now);
      wrong = Optional.of(new StationTrouble(station.node(), why(need.wanted().get(), now), began));
    }
    StationSignal signal =
        wrong.isPresent() && need.signal() == StationSignal.NONE
            ? StationSignal.REQUESTED
            : need.signal();
    return new StationWatch(
        station, state, heardAt, Optional.of(signal), need.wanted(), from, wrong);
  }

  private Why why(StationState wish, Instant now) {
    return switch (state(now)) {
      case UNKNOWN -> Why.SILENT;
      case NOT_READY -> Why.NOT_READY;
      case FREE, LOADED -> wish == StationState.LOADED ? Why.NO_LOAD : Why.NO_ROOM;
    };
  }

  private boolean isOver(Why why, Instant now) {
    return switch (why) {
      case SILENT, NOT_READY ->
          state(now) == StationState.FREE || state(now) == StationState.LOADED;
      case NO_LOAD -> state(now) == StationState.LOADED;
      case NO_ROOM -> state(now) == StationState.FREE;
    };
  }
}
