package dev.aisle.sim.bench;

import java.util.SplittableRandom;

/** Something that takes bytes or text from outside and must stand anything. One thread each. */
interface FuzzTarget {
  /**
   * Makes one input and has it decoded.
   *
   * @return true when a right checksum came about by chance and hid the neighbour
   * @throws IllegalStateException when a rule is broken, with the input in hex
   */
  boolean one(SplittableRandom random);
}
