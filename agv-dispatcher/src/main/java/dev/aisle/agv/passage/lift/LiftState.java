package dev.aisle.agv.passage.lift;

import dev.aisle.agv.roadmap.Lift;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lift with what it says and what it was told. Nothing of it outlives the program: after a
 * restart what vehicles were released to tells anew where it has to be.
 *
 * @param heardAt when it said so; old words are not believed
 * @param wish level it was called to last; empty when it was let go, or not told anything yet
 * @param wishedAt when that changed
 * @param told how often it was told
 * @param toldAt when last
 * @param neededAt when a vehicle wanted it last
 * @param readyAt when it was known to stand open where it was wished last
 * @param failure why nobody is sent in
 * @param failedAt when that began
 */
record LiftState(
    Lift lift,
    Cab cab,
    Instant heardAt,
    Optional<String> wish,
    Instant wishedAt,
    int told,
    Instant toldAt,
    Instant neededAt,
    Instant readyAt,
    Optional<LiftFailure> failure,
    Instant failedAt) {

  /** How it stands is said at least so often; older is nothing known. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** What is said within this time after a call may still be from before. */
  private static final Duration SETTLES = Duration.ofMillis(500);

  static LiftState of(Lift lift) {
    return new LiftState(
        lift,
        Cab.UNKNOWN,
        Instant.EPOCH,
        Optional.empty(),
        Instant.EPOCH,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Instant.EPOCH);
  }

  Cab cab(Instant now) {
    return heardAt.plus(BELIEVED).isAfter(now) ? cab : Cab.UNKNOWN;
  }

  /** It stands open at the level it was called to, and will stay so. */
  boolean isReady(Instant now) {
    return wish.filter(level -> cab(now).equals(new Cab.At(level, true))).isPresent()
        && !heardAt.isBefore(wishedAt.plus(SETTLES));
  }

  /** One may drive in or out at a level, or is there after a ride. */
  boolean mayBePassed(String level, Instant now) {
    return failure.isEmpty() && wish.equals(Optional.of(level)) && isReady(now);
  }

  LiftState says(Cab said, Instant at) {
    return new LiftState(
        lift, said, at, wish, wishedAt, told, toldAt, neededAt, readyAt, failure, failedAt);
  }

  LiftState neededAt(Instant at) {
    return new LiftState(
        lift, cab, heardAt, wish, wishedAt, told, toldAt, at, readyAt, failure, failedAt);
  }

  LiftState ready(Instant at) {
    return new LiftState(
        lift,
        cab,
        heardAt,
        wish,
        wishedAt,
        told,
        toldAt,
        neededAt,
        at,
        Optional.empty(),
        Instant.EPOCH);
  }

  LiftState wishes(Optional<String> level, Instant at) {
    return level.equals(wish) ? this : told(level, at, 0, Instant.EPOCH);
  }

  LiftState toldAt(Instant at) {
    return told(wish, wishedAt, told + 1, at);
  }

  LiftState fails(LiftFailure why, Instant at) {
    return new LiftState(
        lift,
        cab,
        heardAt,
        wish,
        wishedAt,
        told,
        toldAt,
        neededAt,
        readyAt,
        Optional.of(why),
        failure.isEmpty() ? at : failedAt);
  }

  private LiftState told(Optional<String> level, Instant since, int times, Instant last) {
    return new LiftState(
        lift, cab, heardAt, level, since, times, last, neededAt, readyAt, failure, failedAt);
  }
}
