package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.vda5050.Dialect.DeviationKey;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.agv.vda5050.Dialect.StitchingActions;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the site file says that a vehicle's software differs from the text of its version. */
public record DialectOverrides(
    Optional<InstantActionsKey> instantActions,
    Optional<DeviationKey> deviation,
    Optional<StitchingActions> stitchingActions,
    OptionalInt connectionQos) {
  public static final DialectOverrides NONE =
      new DialectOverrides(
          Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  /** All of a dialect, whatever the version. */
  static DialectOverrides all(Dialect dialect) {
    return new DialectOverrides(
        Optional.of(dialect.instantActions()),
        Optional.of(dialect.deviation()),
        Optional.of(dialect.stitchingActions()),
        OptionalInt.of(dialect.connectionQos()));
  }

  Dialect over(Dialect standard) {
    return new Dialect(
        instantActions.orElse(standard.instantActions()),
        deviation.orElse(standard.deviation()),
        stitchingActions.orElse(standard.stitchingActions()),
        connectionQos.orElse(standard.connectionQos()));
  }
}
