package dev.aisle.agv.planning.lifelong;

/** What a vehicle does in one tick. */
public enum Action {
  /** One cell ahead. */
  FORWARD,
  /** A quarter turn clockwise on the spot. */
  RIGHT,
  /** A quarter turn anticlockwise on the spot. */
  LEFT,
  WAIT;

  private static final Action[] ALL = values();

  static Action of(int ordinal) {
    return ALL[ordinal];
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
