package dev.aisle.agv.assignment;

import dev.aisle.agv.fleet.Keys;
import java.util.List;

/**
 * Why a transport waits: a word and its values.
 *
 * @param values as the kind says
 */
public record Waiting(Kind kind, List<String> values) {

  /** From what nobody can help to what only time can. */
  public enum Kind {
    STARTING,
    ON_HOLD,
    /** The time from which it may be fetched, ISO 8601. */
    NOT_BEFORE,
    /** The transport before it. */
    AFTER,
    /** The transport before it, which ended without being delivered: a person decides. */
    AFTER_FAILED,
    /** The transport that must first fetch its load from where this one is to be brought. */
    FETCH_FIRST,
    NO_VEHICLE,
    /** The vehicle that shall do it. */
    INTENDED_AWAY,
    /** The vehicle that shall do it. */
    INTENDED_BUSY,
    UNABLE,
    ALL_BUSY,
    CHARGING,
    /** Those that are free have too little charge for this way. */
    BATTERY,
    /** The closed place, who closed it, why. */
    CLOSED,
    /** The door on the way, which is out of order. */
    DOOR_FAILED,
    /** The lift on the way, which is out of order. */
    LIFT_FAILED,
    /** The node whose station is not ready to give loads. */
    STATION_NOT_READY,
    /** The paused zone in or before which its vehicle stands, who paused it. */
    ZONE_PAUSED,
    NO_WAY,
    /** How many more urgent ones wait. */
    TURN,
    /** Its vehicle, which a person should look at. */
    VEHICLE_ASKS,
    /** The RFID gate that keeps it from being set down. */
    GATE_HOLDS,
    /** Its vehicle, of which nothing is heard. */
    VEHICLE_SILENT,
    /** Its vehicle, which is paused, driven by hand or stopped for an emergency. */
    VEHICLE_STOPPED
  }

  public Waiting {
    values = List.copyOf(values);
  }

  public static Waiting of(Kind kind, String... values) {
    return new Waiting(kind, List.of(values));
  }

  /** Translation key, such as {@code transport.waits.allBusy}. */
  public String key() {
    return Keys.of("transport.waits", kind);
  }
}
