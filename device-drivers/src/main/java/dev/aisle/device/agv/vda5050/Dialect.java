package dev.aisle.device.agv.vda5050;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a vehicle's software differs from the text of its version. Set by the site file, or found
 * out from what the vehicle says.
 *
 * @param instantActions the key of the list of instant actions
 * @param deviation how the allowed deviation of a node is spelled (2.x)
 * @param stitchingActions whether an update repeats the actions of its first node
 * @param connectionQos quality of service with which connection messages are subscribed
 */
public record Dialect(
    InstantActionsKey instantActions,
    DeviationKey deviation,
    StitchingActions stitchingActions,
    int connectionQos) {

  /** As the text of the version has it. */
  public static Dialect standard(Version version) {
    return switch (version) {
      case V2_0 ->
          new Dialect(InstantActionsKey.ACTIONS, DeviationKey.BOTH, StitchingActions.LEFT_OUT, 1);
      case V2_1 ->
          new Dialect(InstantActionsKey.ACTIONS, DeviationKey.UPPER, StitchingActions.LEFT_OUT, 1);
      case V3_0 ->
          new Dialect(InstantActionsKey.ACTIONS, DeviationKey.UPPER, StitchingActions.REPEATED, 1);
    };
  }

  public Dialect with(InstantActionsKey key) {
    return new Dialect(key, deviation, stitchingActions, connectionQos);
  }

  public Dialect with(DeviationKey key) {
    return new Dialect(instantActions, key, stitchingActions, connectionQos);
  }

  public Dialect with(StitchingActions actions) {
    return new Dialect(instantActions, deviation, actions, connectionQos);
  }

  /**
   * VDA 5050 2.x says {@code actions}; software made for 1.1 still reads {@code instantActions}.
   */
  public enum InstantActionsKey {
    ACTIONS,
    INSTANT_ACTIONS,
    BOTH;

    Set<String> names() {
      return switch (this) {
        case ACTIONS -> Set.of("actions");
        case INSTANT_ACTIONS -> Set.of("instantActions");
        case BOTH -> Set.of("actions", "instantActions");
      };
    }
  }

  /** The 2.0 text says {@code allowedDeviationXY}, its schema {@code allowedDeviationXy}. */
  public enum DeviationKey {
    UPPER,
    LOWER,
    BOTH;

    Set<DeviationKey> single() {
      return this == BOTH ? EnumSet.of(UPPER, LOWER) : EnumSet.of(this);
    }

    String text() {
      return this == LOWER ? "allowedDeviationXy" : "allowedDeviationXY";
    }
  }

  /** 2.x vehicles keep what they were told first, and some do it twice when told again. */
  public enum StitchingActions {
    LEFT_OUT,
    REPEATED
  }
}
