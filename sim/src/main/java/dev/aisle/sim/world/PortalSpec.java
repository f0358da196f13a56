package dev.aisle.sim.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dock with its door, photo-eyes and reader. Point names are those of the PLC.
 *
 * @param node where pallets stand inside the door
 * @param reader name of the UHF reader over the door
 * @param antennas number → where it hangs; when empty, all that the reader has hang in the middle
 */
public record PortalSpec(
    String node,
    String reader,
    Map<Integer, Hangs> antennas,
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

  /** Where along the way through the door an antenna hangs. */
  public enum Hangs {
    /** At the opening. */
    OUTER,
    /** Over the door. */
    MIDDLE,
    /** Behind it, in the warehouse. */
    INNER
  }

  public PortalSpec {
    antennas = Collections.unmodifiableMap(new LinkedHashMap<>(antennas));
  }

  /** The point names of the demo site: {@code D1.eye-outer}, {@code D1.door-open}, and so on. */
  public static PortalSpec of(String node, String reader, Flow flow) {
    return new PortalSpec(
        node,
        reader,
        Map.of(),
        flow,
        node + ".eye-outer",
        node + ".eye-inner",
        node + ".door-open",
        node + ".door-is-open",
        node + ".door-is-closed",
        node + ".truck-here");
  }

  /** The same with antennas that hang apart, those of one line on either side in turn. */
  public PortalSpec with(Map<Integer, Hangs> hanging) {
    return new PortalSpec(
        node,
        reader,
        hanging,
        flow,
        eyeOuter,
        eyeInner,
        doorOpen,
        doorIsOpen,
        doorIsClosed,
        truckHere);
  }
}
