package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what lies before the reader. Reads only. */
final class FieldLook {
  private static final int INVENTORIES = 3;
  private static final Duration EACH = Duration.ofMillis(200);
  private static final int TRIES = 3;

  /** Of two tags with one EPC either may answer; that the same one always does is 1 in 32 768. */
  private static final int TID_READS = 16;

  /** A chip with a serial number has 96 bits of identity or more, or 64 with an older layout. */
  private static final int[] TID_WORDS = {6, 4};

  private static final int CLASS_WORDS = 2;

  private final TagField field;

  FieldLook(TagField field) {
    this.field = field;
  }

  /** What the reader could not do. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Hitch why;

    Failed(Hitch why) {
      super(why.detail());
      this.why = why;
    }

    Hitch why() {
      return why;
    }
  }

  /**
   * Every EPC that answered in any of several looks, each with the antennas that heard it, the one
   * that heard it best first.
   */
  NavigableMap<String, List<Integer>> heard() throws Failed {
    NavigableMap<String, Map<Integer, Double>> strengths = new TreeMap<>();
    for (int i = 0; i < INVENTORIES; i++) {
      switch (field.inventory(EACH)) {
        case Inventory.NotDone notDone ->
            throw new Failed(Hitch.of(Hitch.What.NOT_READY, notDone.why()));
        case Inventory.Seen seen -> {
          for (TagSeen tag : seen.tags()) {
            strengths
                .computeIfAbsent(tag.epcHex().toUpperCase(Locale.ROOT), epc -> new TreeMap<>())
                .merge(tag.antenna(), strength(tag), Math::max);
          }
        }
      }
    }
    NavigableMap<String, List<Integer>> heard = new TreeMap<>();
    strengths.forEach((epc, byAntenna) -> heard.put(epc, bestFirst(byAntenna)));
    return heard;
  }

  /** In dBm, or as the make tells it; only compared between antennas of one reader. */
  private static double strength(TagSeen tag) {
    return tag.rssiDbm().isPresent() ? tag.rssiDbm().getAsDouble() : tag.rssiRaw().orElse(0);
  }

  private static List<Integer> bestFirst(Map<Integer, Double> byAntenna) {
    return byAntenna.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Chip identities that answer to one EPC there; more than one when tags share it. */
  NavigableSet<String> tids(String epc, List<Integer> antennas, int password) throws Failed {
    NavigableSet<String> tids = new TreeSet<>();
    for (int antenna : antennas) {
      for (int i = 0; i < TID_READS; i++) {
        tid(epc, antenna, password).ifPresent(tids::add);
      }
    }
    return tids;
  }

  /** The chip identity of a tag with this EPC; the short one when it has no serial number. */
  Optional<String> tid(String epc, int antenna, int password) throws Failed {
    for (int words : TID_WORDS) {
      AccessAnswer answer = read(epc, antenna, password, Bank.TID, 0, words);
      switch (answer) {
        case AccessAnswer.Done done -> {
          return Optional.of(done.dataHex());
        }
        case AccessAnswer.NoTag noTag -> {
          return Optional.empty();
        }
        default -> {
          // Refused: the chip has less memory there, as the next try will show.
        }
      }
    }
    return read(epc, antenna, password, Bank.TID, 0, CLASS_WORDS) instanceof AccessAnswer.Done done
        ? Optional.of(done.dataHex())
        : Optional.empty();
  }

  static boolean hasSerial(String tid) {
    return tid.length() > CLASS_WORDS * 4;
  }

  /** PC word and EPC as they are in the memory of the tag that answers to this EPC. */
  Optional<String> pcAndEpc(String epc, int antenna, int password) throws Failed {
    int words = 1 + epc.length() / 4;
    return read(epc, antenna, password, Bank.EPC, 1, words) instanceof AccessAnswer.Done done
        ? Optional.of(done.dataHex())
        : Optional.empty();
  }

  /** A tag at the edge of the field may not answer at once. */
  private AccessAnswer read(String epc, int antenna, int password, Bank bank, int from, int words)
      throws Failed {
    TagCommand.Read read = new TagCommand.Read(Optional.of(epc), password, bank, from, words);
    AccessAnswer answer = field.access(antenna, read);
    for (int i = 1;
        i < TRIES
            && (answer instanceof AccessAnswer.NoTag || answer instanceof AccessAnswer.NoAnswer);
        i++) {
      answer = field.access(antenna, read);
    }
    return switch (answer) {
      case AccessAnswer.NotReady notReady -> throw new Failed(Hitch.of(notReady));
      case AccessAnswer.NotSupported not -> throw new Failed(Hitch.of(not));
      case AccessAnswer.NoAnswer no -> throw new Failed(Hitch.of(no));
      default -> answer;
    };
  }
}
