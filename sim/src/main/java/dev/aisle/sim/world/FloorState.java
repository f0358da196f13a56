package dev.aisle.sim.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the floor that must outlive the process, as plain data.
 *
 * @param advices dispatch advices whose trucks have come, oldest first, bounded
 */
public record FloorState(
    long order,
    List<UnitState> units,
    List<TruckState> trucks,
    List<String> advices,
    List<PortalState> portals) {
  public FloorState {
    units = List.copyOf(units);
    trucks = List.copyOf(trucks);
    advices = List.copyOf(advices);
    portals = List.copyOf(portals);
  }

  static final FloorState EMPTY = new FloorState(0, List.of(), List.of(), List.of(), List.of());

  /**
   * A truck at, or waiting for, a dock.
   *
   * @param leavesInS seconds until it drives off, once empty
   */
  public record TruckState(String dock, String adviceId, double leavesInS) {}

  /**
   * @param doorOpenPart 0 closed to 1 open
   * @param pausedS seconds until people fetch the next unit
   */
  public record PortalState(
      String node, double doorOpenPart, double pausedS, @Nullable PassState pass) {}

  /** A unit carried through a portal right now, {@code elapsedS} seconds after the start. */
  public record PassState(String sscc, boolean inwards, double elapsedS) {}
}
