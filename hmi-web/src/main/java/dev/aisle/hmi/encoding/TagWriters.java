package dev.aisle.hmi.encoding;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.rfid.uhf.TagField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The readers that can write tags. May be asked from any thread. */
public interface TagWriters {

  /** All of them as they are now; returns at once. */
  List<Writer> writers();

  /**
   * Takes a reader out of its usual work until the loan is closed. Waits until its line is free, a
   * few seconds at most.
   *
   * @return empty when there is no such reader or antenna, or somebody has it already
   */
  Optional<Loan> lend(String reader, int antenna);

  /**
   * @param readPoints that get nothing from it while it is lent
   * @param heard tags of the last two seconds
   */
  record Writer(
      String reader,
      String driver,
      List<Integer> antennas,
      List<String> readPoints,
      boolean connected,
      List<HeardTag> heard) {
    public Writer {
      antennas = List.copyOf(antennas);
      readPoints = List.copyOf(readPoints);
      heard = List.copyOf(heard);
    }
  }

  /**
   * @param epc upper-case hex
   */
  record HeardTag(String epc, int antenna, OptionalDouble rssiDbm) {}

  /** A reader that works at one antenna for one who writes tags. */
  interface Loan extends AutoCloseable {
    TagField field();

    boolean isReady();

    /** What is wrong with it; empty when nothing is. */
    Optional<DeviceTrouble> trouble();

    /** Access passwords that must not be seen in its telegrams. */
    void hide(int... passwords);

    /** It goes back to its usual work. Again changes nothing. */
    @Override
    void close();
  }
}
