package dev.aisle.agv.assignment;

import dev.aisle.agv.fleet.Keys;
import java.util.List;

/**
 * Why a vehicle has no transport: a word and its values.
 *
 * @param values as the kind says
 */
public record Idling(Kind kind, List<String> values) {

  /** From what a person must see to, to what is as it should be. */
  public enum Kind {
    STARTING,
    /** It says nothing, or not where it is. */
    AWAY,
    /** Driven by hand, stopped or held. */
    STOPPED,
    /** A person has sent it somewhere. */
    SENT,
    /** It carries a load that nobody asked it to carry. */
    LOADED,
    /** It cannot fetch and bring. */
    UNABLE,
    /** Percent of charge and percent at which it works again. */
    CHARGING,
    NOTHING_WAITS,
    /** What waits is held, for other vehicles or for a later time. */
    NOTHING_READY,
    /** What is ready is too heavy, of another kind or too far for its battery. */
    NOTHING_FITS,
    /** There is no free way at the moment. */
    NO_WAY,
    /** Others take what is ready. */
    OTHERS_NEARER
  }

  public Idling {
    values = List.copyOf(values);
  }

  public static Idling of(Kind kind, String... values) {
    return new Idling(kind, List.of(values));
  }

  /** Translation key, such as {@code vehicle.idle.nothingWaits}. */
  public String key() {
    return Keys.of("vehicle.idle", kind);
  }
}
