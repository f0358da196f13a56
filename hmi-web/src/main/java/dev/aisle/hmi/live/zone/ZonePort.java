package dev.aisle.hmi.live.zone;

import dev.aisle.hmi.live.simulator.Command;
import java.util.List;

/**
 * The zones of the floor and what people do with them. Every method returns at once and may be
 * called from any thread.
 */
public interface ZonePort {

  /** All zones of the site, in the order of its file. */
  List<ZoneRow> zones();

  /**
   * Keeps all vehicles in a zone standing, and others out of it. This is no emergency stop. Pausing
   * a paused zone is accepted and changes nothing.
   */
  Command pause(String zone, String by);

  /** Lets vehicles drive in it again. */
  Command resume(String zone, String by);
}
