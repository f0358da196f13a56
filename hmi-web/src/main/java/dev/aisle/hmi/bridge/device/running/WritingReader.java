package dev.aisle.hmi.bridge.device.running;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A reader that can write tags, as it is now.
 *
 * @param readPoints that get none of its reads while it is lent
 * @param heard tags it has heard within the last two seconds
 */
public record WritingReader(
    String name,
    String driver,
    List<Integer> antennas,
    List<String> readPoints,
    boolean connected,
    boolean lent,
    List<Heard> heard) {
  public WritingReader {
    antennas = List.copyOf(antennas);
    readPoints = List.copyOf(readPoints);
    heard = List.copyOf(heard);
  }

  public record Heard(String epcHex, int antenna, OptionalDouble rssiDbm) {}
}
