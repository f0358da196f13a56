package dev.aisle.agv.handover;

import java.time.Instant;

/** A station that was not ready in its time, until it is. */
public record StationTrouble(String node, Why why, Instant since) {

  /** What was missing. */
  public enum Why {
    /** Its controller does not answer. */
    SILENT,
    /** It does not say that it is ready. */
    NOT_READY,
    /** A vehicle came to fetch a load, and there is none. */
    NO_LOAD,
    /** A vehicle came to set a load down, and there is no room. */
    NO_ROOM;

    /** True where nothing can be fetched, so that transports from there wait. */
    boolean concerns(boolean fetching) {
      return this == SILENT || this == NOT_READY || (this == NO_LOAD) == fetching;
    }
  }
}
