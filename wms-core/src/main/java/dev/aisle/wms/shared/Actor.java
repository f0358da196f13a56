package dev.aisle.wms.shared;

/** Who did it: a user's name, {@code system}, or a vehicle such as {@code AGV-01}. */
public record Actor(String name) {
  public static final Actor SYSTEM = new Actor("system");

  public Actor {
    if (name.isBlank() || name.length() > 80) {
      throw new IllegalArgumentException("an actor needs a name of 1 to 80 characters");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
