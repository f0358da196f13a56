package dev.aisle.agv.fleet;

import java.util.List;

/**
 * What is wrong with a vehicle or a transport: a word and its values. Journal, screens and whoever
 * asked for the transport keep it as it is; {@link #sentence} is for logs and for people who read
 * no translation.
 *
 * @param values as many as the word asks for, in the order of its sentence
 */
public record Trouble(Kind kind, List<String> values) {

  /** What the dispatcher says of its own, or that it only passes on what another said. */
  public enum Kind {
    LOST_ORDER("the vehicle lost its order and says not where it is"),
    FOREIGN_ORDER("the vehicle follows an order nobody here gave"),
    LOAD_WITHOUT_TRANSPORT("the vehicle carries a load without a transport"),
    /** The load. */
    NO_LOAD_FETCHED("the vehicle reports no load after fetching %s"),
    /** The error as the vehicle names it. */
    REFUSES_ORDER("refuses its order: %s"),
    /** The load found, the load wanted. */
    FETCHED_OTHER("fetched %s instead of %s"),
    LOAD_AFTER_DROP("the vehicle still reports a load after the drop"),
    ACTION_FAILED("the vehicle reports that the action failed"),
    BACK_WITHOUT_LOAD("the vehicle came back without the load"),
    /** The load. */
    LOAD_LOST("the vehicle reports no load any more, but carried %s"),
    /** The load it reports, the load it was given. */
    CARRIES_OTHER("carries %s, but was given %s"),
    /** The node. */
    NO_SUCH_NODE("there is no node %s"),
    /** The node. */
    PARKING_PLACE("%s is a parking place, no load can stand there"),
    STANDS_THERE("the load is to be brought to where it stands"),
    /** The place, who closed it, why. */
    WAY_CLOSED("the way is closed at %s, by %s: %s"),
    /** The door. */
    DOOR_FAILED("door %s on the way is out of order"),
    /** The lift. */
    LIFT_FAILED("lift %s on the way is out of order"),
    /** The gate, the load it read, the load wanted. */
    GATE_READ_OTHER("gate %s read %s instead of %s"),
    /** The gate, the load wanted. */
    GATE_READ_NOTHING("gate %s has not read %s"),
    /** Who did it, why. */
    ACCEPTED_BY("accepted by %s: %s"),
    /** The node. */
    STATION_NOT_READY("the station at %s was not ready to hand over"),
    /** Who looked. */
    FOUND_ABOARD_BY("found aboard by %s"),
    /** The zone, who paused it. */
    ZONE_PAUSED("zone %s is paused, by %s"),
    /** The vehicle. */
    NO_SUCH_VEHICLE("there is no vehicle %s"),
    /** Who did it. */
    CANCELLED_BY("cancelled by %s"),
    /** Who did it. */
    CLOSED_BY("closed by %s"),
    /** Percent of charge. */
    BATTERY_LOW("its battery is too low to reach a charger: %s percent"),
    /** In the words of a vehicle, of a person, or of a version that kept sentences. */
    IN_WORDS("%s");

    private static final String VALUE = "%s";

    private final String form;

    Kind(String form) {
      this.form = form;
    }

    /** Number of values that it comes with. */
    public int valueCount() {
      return form.split(VALUE, -1).length - 1;
    }
  }

  public Trouble {
    values = List.copyOf(values);
    if (values.size() != kind.valueCount()) {
      throw new IllegalArgumentException(
          "%s wants %d values, not %s".formatted(kind, kind.valueCount(), values));
    }
  }

  public static Trouble of(Kind kind, String... values) {
    return new Trouble(kind, List.of(values));
  }

  /** What a vehicle or a person says, as it was said. */
  public static Trouble inWords(String words) {
    return of(Kind.IN_WORDS, words);
  }

  /**
   * Translation key, such as {@code vehicle.trouble.fetchedOther}; for {@link Kind#IN_WORDS} those
   * words.
   */
  public String key() {
    if (kind == Kind.IN_WORDS) {
      return values.getFirst();
    }
    return Keys.of("vehicle.trouble", kind);
  }

  /** The values of the translated sentence; none where the key is the words themselves. */
  public List<String> keyValues() {
    return kind == Kind.IN_WORDS ? List.of() : values;
  }

  /**
   * True while an RFID gate keeps a load from being set down, until it reads it or a person says.
   */
  public boolean isOfGate() {
    return kind == Kind.GATE_READ_OTHER || kind == Kind.GATE_READ_NOTHING;
  }

  /** In English. */
  public String sentence() {
    return kind.form.formatted(values.toArray());
  }
}
