package dev.aisle.sim.reader.tag;

import java.util.List;

/** What antennas can hear at one moment. */
public interface AirField {
  /**
   * One round of inventory at one antenna: tags in the field less those missed, plus ghosts.
   *
   * @param antenna counted from 1
   */
  List<Echo> inventory(int antenna);

  /** Whether something is plugged into the port. */
  boolean isConnected(int antenna);

  /**
   * A tag's answer.
   *
   * @param frequencyKhz carrier it was heard at
   * @param phaseDeg 0 to 180
   */
  record Echo(EmulatedTag tag, int rssiDbm, int frequencyKhz, int phaseDeg) {}
}
