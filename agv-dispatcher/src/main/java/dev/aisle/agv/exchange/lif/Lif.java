package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Use;

/** What reader and writer agree on beyond the words of LIF 1.0.0. */
final class Lif {
  static final String VERSION = "1.0.0";

  /**
   * The type of vehicle for which the floor of a site is written when it says nothing of types: LIF
   * knows no property of an edge itself, only those for a type.
   */
  static final String ANY_TYPE = "any";

  /**
   * Speed limit in metres per second of an edge without one (LIF 1.0.0, 8.3.10: no limitation), the
   * highest that a site may have.
   */
  static final double UNLIMITED_MPS = 5;

  /** A parameter of the pick and drop actions that the dispatcher sends to vehicles as well. */
  static final String STATION_TYPE = "stationType";

  /** LIF has no word for parking: a station where nothing is done, described so. */
  static final String PARKING = Use.PARKING.word();

  static final String PICK = "pick";
  static final String DROP = "drop";
  static final String START_CHARGING = "startCharging";
  static final String STOP_CHARGING = "stopCharging";

  private Lif() {}

  /** Directions of rotation (LIF 1.0.0, 8.3.9). */
  enum Rotation {
    NONE,
    CCW,
    CW,
    BOTH
  }

  enum OrientationType {
    GLOBAL,
    TANGENTIAL
  }

  enum Requirement {
    REQUIRED,
    CONDITIONAL,
    OPTIONAL
  }

  enum Blocking {
    NONE,
    SOFT,
    HARD
  }
}
