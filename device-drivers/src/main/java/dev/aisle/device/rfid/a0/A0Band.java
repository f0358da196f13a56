package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.uhf.protocol.Region;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The frequencies a reader hops over, and what the index in a tag frame stands for. */
public sealed interface A0Band {
  int OWN_CODE = 4;

  Map<Region, Listed> REGIONS =
      Map.of(
          Region.UNITED_STATES, new Listed(1, 7, 59),
          Region.EUROPE, new Listed(2, 0, 6),
          Region.CHINA_900, new Listed(3, 44, 52)); // 920.5 to 924.5 MHz, where 2 W are allowed

  /** Carrier of an index, empty when the band has no such one. */
  OptionalInt khz(int index);

  /** An index that is in the band, for measuring. */
  int anyIndex();

  /**
   * Part of the reader's fixed list: 865.0 + 0.5 n MHz for 0 to 6, then 902.0 + 0.5 (n - 7) to 59.
   *
   * @param code 1 FCC, 2 ETSI, 3 CHN
   */
  record Listed(int code, int first, int last) implements A0Band {
    @Override
    public OptionalInt khz(int index) {
      if (index < 0 || index > 59) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(index < 7 ? 865_000 + 500 * index : 902_000 + 500 * (index - 7));
    }

    @Override
    public int anyIndex() {
      return (first + last) / 2;
    }
  }

  /** Frequencies of the user's own choosing. */
  record Own(int startKhz, int stepKhz, int channels) implements A0Band {
    @Override
    public OptionalInt khz(int index) {
      return index < 0 || index >= channels
          ? OptionalInt.empty()
          : OptionalInt.of(startKhz + index * stepKhz);
    }

    @Override
    public int anyIndex() {
      return channels / 2;
    }
  }

  static Set<Region> regions() {
    return REGIONS.keySet();
  }

  /** From the data of a region answer. */
  static Optional<A0Band> of(A0Frame frame) {
    if (frame.length() == 3 && frame.at(0) >= 1 && frame.at(0) < OWN_CODE) {
      return Optional.of(new Listed(frame.at(0), frame.at(1), frame.at(2)));
    }
    if (frame.length() == 6 && frame.at(0) == OWN_CODE) {
      int start = (frame.at(3) << 16) | frame.wordAt(4);
      return Optional.of(new Own(start, frame.at(1) * 10, frame.at(2)));
    }
    return Optional.empty();
  }
}
