package dev.aisle.hmi.live.fleet;

import dev.aisle.hmi.live.simulator.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes transports that the dispatcher has. Returns at once; what comes of a change that was
 * accepted shows in the next views.
 */
public interface TransportPort {

  /** A refusal says why not: already fetched, already there, ended, load aboard and so on. */
  Command change(String transport, Wish wish, String by);

  /** What a person wants. */
  sealed interface Wish {

    /** A load on the vehicle already is brought back to where it came from. */
    record Cancel() implements Wish {}

    record Hold() implements Wish {}

    record LetGo() implements Wish {}

    record Reroute(String to) implements Wish {}

    record Prioritise(int priority) implements Wish {}

    /** All terms anew. */
    record Ask(Terms terms) implements Wish {}

    /** The load may be set down though its RFID gate has not read it, for a person has looked. */
    record Accept(String why) implements Wish {}

    /**
     * Closed by what a person saw.
     *
     * @param at where the load stands; empty while it is on the vehicle
     */
    record Close(Found found, String at) implements Wish {}
  }

  /** How it is with the load of a transport that a person closes. */
  enum Found {
    DELIVERED,
    STANDS_AT,
    ON_VEHICLE
  }

  /**
   * @param after transports that must be delivered before
   * @param vehicle the only one that may do it
   * @param calls places to stand at with the load on the way
   */
  record Terms(
      Optional<Instant> notBefore,
      Optional<Instant> deadline,
      List<String> after,
      boolean sameVehicle,
      Optional<String> vehicle,
      String loadType,
      Optional<Double> weightKg,
      List<Call> calls) {
    public Terms {
      after = List.copyOf(after);
      calls = List.copyOf(calls);
    }
  }

  /** A place and how long to stand there. */
  record Call(String node, Duration stands) {}
}
