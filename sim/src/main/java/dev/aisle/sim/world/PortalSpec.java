package dev.aisle.sim.world;

/**
 * A dock with its door, photo-eyes and reader. Point names are those of the PLC.
 *
 * @param node where pallets stand inside the door
 * @param reader name of the UHF reader over the door
 */
public record PortalSpec(
    String node,
    String reader,
    Flow flow,
    String eyeOuter,
    String eyeInner,
    String doorOpen,
    String doorIsOpen,
    String doorIsClosed,
    String truckHere) {

  /** Which way goods go here. */
  public enum Flow {
    INBOUND,
    OUTBOUND
  }

  /** The point names of the demo site: {@code D1.eye-outer}, {@code D1.door-open}, and so on. */
  public static PortalSpec of(String node, String reader, Flow flow) {
    return new PortalSpec(
        node,
        reader,
        flow,
        node + ".eye-outer",
        node + ".eye-inner",
        node + ".door-open",
        node + ".door-is-open",
        node + ".door-is-closed",
        node + ".truck-here");
  }
}
