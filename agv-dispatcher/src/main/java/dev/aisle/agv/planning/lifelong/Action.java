package dev.aisle.agv.planning.lifelong;

/** What a vehicle does in one tick. */
public enum Action {
  /** One cell ahead. */
  FORWARD(0),
  /** A quarter turn clockwise on the spot. */
  RIGHT(1),
  /** A quarter turn anticlockwise on the spot. */
  LEFT(2),
  WAIT(3);

  private static final Action[] BY_CODE = {FORWARD, RIGHT, LEFT, WAIT};

  /** Two bits, as they stand in a maneuver. */
  final int code;

  Action(int code) {
    this.code = code;
  }

  static Action of(int code) {
    return BY_CODE[code];
  }

  /** The heading after it. */
  public int turned(int heading) {
    return switch (this) {
      case RIGHT -> (heading + 1) & 3;
      case LEFT -> (heading + 3) & 3;
      case FORWARD, WAIT -> heading;
    };
  }
}
