package dev.aisle.wms.trace;

import dev.aisle.wms.shared.Evidence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param title key of the sentence that screens show, such as {@code ledger.receipt}
 * @param place where, if it was somewhere
 * @param evidence how we know
 * @param actor who or what did it
 * @param link what to look at next
 */
public record TraceEntry(
    Instant at,
    Kind kind,
    String title,
    Optional<String> place,
    Optional<Evidence> evidence,
    Optional<String> actor,
    Map<String, String> facts,
    Optional<Link> link) {
  public TraceEntry {
    facts = Map.copyOf(facts);
  }

  /** What kind of thing happened. */
  public enum Kind {
    SIGHTING,
    LEDGER,
    MOVE,
    TRANSPORT,
    TASK,
    MILESTONE,
    LABEL,
    EXCEPTION
  }

  /**
   * Something with a page of its own.
   *
   * @param kind {@code unit}, {@code order}, {@code advice} or {@code transport}
   */
  public record Link(String kind, String id) {}
}
