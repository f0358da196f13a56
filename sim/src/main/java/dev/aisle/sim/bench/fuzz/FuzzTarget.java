package dev.aisle.sim.bench.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Something that takes bytes or text from outside and must stand anything. One thread each. */
interface FuzzTarget {
  /** Bytes; longer than any frame that a codec takes whole, and of what is given only so much. */
  int LONGEST_INPUT = 600;

  /**
   * Makes one input and has it decoded.
   *
   * @return true when a right checksum came about by chance and hid the neighbour
   * @throws IllegalStateException when a rule is broken, with the input in hex
   */
  boolean one(SplittableRandom random);

  /**
   * Has an input decoded that was made elsewhere. The same choices have the same outcome.
   *
   * @param input about {@link #LONGEST_INPUT} bytes at most
   * @param choices what is not in the input: the good neighbour, and where the stream is cut
   * @return and throws as {@link #one}
   */
  boolean given(byte[] input, SplittableRandom choices);

  /** Good inputs to begin from, never empty and not to be changed. */
  List<byte[]> samples();
}
