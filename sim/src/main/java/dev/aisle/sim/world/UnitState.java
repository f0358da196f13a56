package dev.aisle.sim.world;

/**
 * Where one unit is. {@code at} names the node, vehicle or dock that {@code place} asks for.
 *
 * @param order rising number of the last change of place, tells who came first
 */
public record UnitState(TaggedUnit unit, Place place, String at, long order) {

  /** The kinds of places a unit can be in; always exactly one. */
  public enum Place {
    /** Inside the truck at dock {@code at}, or carried past its portal right now. */
    TRUCK,
    /** Standing on node {@code at}. */
    NODE,
    /** Ready beside node {@code at}, waiting until the node is free. */
    QUEUED,
    /** On vehicle {@code at}. */
    VEHICLE,
    /** Left the site; {@code at} is the last place it was seen. */
    GONE
  }

  public String sscc() {
    return unit.sscc();
  }

  UnitState movedTo(Place newPlace, String newAt, long newOrder) {
    return new UnitState(unit, newPlace, newAt, newOrder);
  }
}
