package dev.aisle.sim.bench.devices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a device hangs. */
enum Hang {
  /** A Modbus device that takes connections and requests and never answers. */
  TCP_MUTE,
  /** A Modbus device that answers byte by byte, 200 ms apart. */
  TCP_DRIBBLES,
  /** A serial port behind which nobody speaks. */
  SERIAL_MUTE,
  /** A serial reader whose bytes come 87 ms apart. */
  SERIAL_DRIBBLES;

  String device() {
    return "hanging-" + word();
  }

  /**
   * @param word empty for all
   */
  static List<Hang> of(String word) {
    List<Hang> wanted =
        Arrays.stream(values()).filter(h -> word.isEmpty() || h.word().equals(word)).toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "hanging is one of " + Arrays.stream(values()).map(Hang::word).toList());
    }
    return wanted;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
