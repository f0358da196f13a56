package dev.aisle.agv.zone;

import java.util.List;

/**
 * What must survive a restart about zones.
 *
 * @param grants told to vehicles and not over yet
 * @param pauses zones that people have paused
 * @param halts vehicles that were told to stand because of it
 */
public record ZoneRecord(List<Grant> grants, List<ZonePause> pauses, List<Halt> halts) {
  public static final ZoneRecord NONE = new ZoneRecord(List.of(), List.of(), List.of());

  public ZoneRecord {
    grants = List.copyOf(grants);
    pauses = List.copyOf(pauses);
    halts = List.copyOf(halts);
  }
}
