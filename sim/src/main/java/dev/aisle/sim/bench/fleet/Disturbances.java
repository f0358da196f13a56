package dev.aisle.sim.bench.fleet;

import dev.aisle.sim.fleet.Disturbance;

/** The named kinds of bad days. */
final class Disturbances {
  private Disturbances() {}

  static Disturbance named(String name) {
    return switch (name) {
      case "none" -> Disturbance.NONE;
      case "rough" -> Disturbance.ROUGH;
      case "roughest" -> Disturbance.ROUGHEST;
      case "with-people" -> Disturbance.WITH_PEOPLE;
      default ->
          throw new IllegalArgumentException(
              "there are no faults '%s', but none, rough, roughest, with-people".formatted(name));
    };
  }
}
