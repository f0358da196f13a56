package dev.aisle.sim.fleet.control;

import dev.aisle.sim.fleet.floors.FleetFloor;
import java.util.Arrays;
import java.util.Locale;

/** Which controller a fleet has. */
public enum ControllerKind {
  /** Ours. */
  DISPATCHER {
    @Override
    public FleetController of(FleetFloor floor) {
      return new JournaledDispatcher(floor);
    }
  },
  /** The yardstick. */
  GREEDY {
    @Override
    public FleetController of(FleetFloor floor) {
      return new GreedyReservation(floor);
    }
  };

  public abstract FleetController of(FleetFloor floor);

  /** By its name as typed. */
  public static ControllerKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no controller '%s', but dispatcher and greedy".formatted(name)));
  }
}
