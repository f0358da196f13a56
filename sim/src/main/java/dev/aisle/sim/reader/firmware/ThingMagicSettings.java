package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.thingmagic.TmAnswers;
import dev.aisle.device.rfid.thingmagic.TmCommands;
import dev.aisle.device.rfid.thingmagic.TmErrors;
import dev.aisle.device.rfid.thingmagic.TmFrame;
import dev.aisle.sim.reader.tag.AirField;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a ThingMagic module can be told and asked about itself; forgotten without power. */
final class ThingMagicSettings {
  private static final int MOST_CENTI_DBM = 3150;
  private static final int LEAST_CENTI_DBM = -1000;
  private static final int USUAL_CENTI_DBM = 3000;
  private static final int NO_REGION = 0;
  private static final int GPIO_LINES = 4;
  private static final int READ_FILTER = 0x0C;
  private static final int SERIAL_NUMBER = 0x40;
  private static final int LIST = 2;
  private static final int POWERS = 4;
  private static final int DETECTED = 5;
  private static final int POWER_GROUP = 7;
  private static final List<Integer> REGIONS = List.of(1, 4, 5, 6, 8, 9, 0x0B, 0x0C, 0xFF);

  private final Map<Integer, byte[]> options = new TreeMap<>();
  private final Map<Integer, byte[]> gen2 = new TreeMap<>();
  private final Map<Integer, Boolean> levels = new TreeMap<>();
  private final Map<Integer, byte[]> antennaPowers = new TreeMap<>();
  private List<Integer> antennas = List.of(1);
  private int antenna = 1;
  private int region = NO_REGION;
  private int protocol;
  private int readPower = USUAL_CENTI_DBM;
  private int writePower = USUAL_CENTI_DBM;
  private int search;

  ThingMagicSettings() {
    options.put(READ_FILTER, new byte[] {1});
    gen2.put(0, new byte[] {0});
    for (int line = 1; line <= GPIO_LINES; line++) {
      levels.put(line, false);
    }
  }

  List<Integer> antennas() {
    return antennas;
  }

  int antenna() {
    return antenna;
  }

  boolean filters() {
    return options.getOrDefault(READ_FILTER, new byte[1])[0] == 1;
  }

  int search() {
    return search;
  }

  void search(int flags) {
    search = flags;
  }

  /** Why the radio cannot be used yet. */
  int obstacle() {
    if (region == NO_REGION) {
      return TmErrors.WRONG_REGION;
    }
    return protocol == TmCommands.GEN2 ? TmErrors.OK : TmErrors.NO_PROTOCOL;
  }

  TmFrame answer(TmFrame frame, AirField field) {
    int opcode = frame.opcode();
    return switch (opcode) {
      case TmCommands.HARDWARE ->
          frame.length() == 2 && frame.at(1) == SERIAL_NUMBER
              ? TmAnswers.serialNumber("SIM-M6E-0001")
              : wrong(frame);
      case TmCommands.REGIONS ->
          TmAnswers.bytes(opcode, REGIONS.stream().mapToInt(Integer::intValue).toArray());
      case TmCommands.GET_REGION -> TmAnswers.bytes(opcode, region);
      case TmCommands.SET_REGION -> setRegion(frame);
      case TmCommands.GET_ANTENNA -> tellAntennas(frame, field);
      case TmCommands.SET_ANTENNA -> setAntenna(frame);
      case TmCommands.GET_PROTOCOL -> TmAnswers.bytes(opcode, 0, protocol);
      case TmCommands.SET_PROTOCOL -> setProtocol(frame);
      case TmCommands.GET_READ_POWER -> tellPower(frame, readPower);
      case TmCommands.GET_WRITE_POWER -> tellPower(frame, writePower);
      case TmCommands.SET_READ_POWER, TmCommands.SET_WRITE_POWER -> setPower(frame);
      case TmCommands.GET_GPIO -> TmAnswers.lines(levels, List.of());
      case TmCommands.SET_GPIO -> setLine(frame);
      case TmCommands.SET_OPTION -> keep(frame, options, 1);
      case TmCommands.GET_OPTION -> tell(frame, options, 1);
      case TmCommands.SET_GEN2 -> keep(frame, gen2, TmCommands.GEN2);
      case TmCommands.GET_GEN2 -> tell(frame, gen2, TmCommands.GEN2);
      case TmCommands.SET_BAUD -> frame.length() == 4 ? TmAnswers.done(opcode) : wrongLength(frame);
      default -> TmAnswers.status(opcode, TmErrors.WRONG_OPCODE);
    };
  }

  private TmFrame setRegion(TmFrame frame) {
    if (frame.length() < 1) {
      return wrongLength(frame);
    }
    if (!REGIONS.contains(frame.at(0))) {
      return TmAnswers.status(frame.opcode(), TmErrors.WRONG_REGION);
    }
    region = frame.at(0);
    return TmAnswers.done(frame.opcode());
  }

  private TmFrame setProtocol(TmFrame frame) {
    if (frame.length() != 2) {
      return wrongLength(frame);
    }
    if (frame.wordAt(0) != TmCommands.GEN2) {
      return TmAnswers.status(frame.opcode(), TmErrors.NO_PROTOCOL);
    }
    protocol = TmCommands.GEN2;
    return TmAnswers.done(frame.opcode());
  }

  private TmFrame tellAntennas(TmFrame frame, AirField field) {
    if (frame.length() == 1 && frame.at(0) == DETECTED) {
      Map<Integer, Boolean> detected = new TreeMap<>();
      for (int port = 1; port <= ThingMagicFirmware.ANTENNAS; port++) {
        detected.put(port, field.isConnected(port));
      }
      return TmAnswers.antennas(detected);
    }
    return frame.length() == 1 && frame.at(0) == 0
        ? TmAnswers.bytes(frame.opcode(), antenna, antenna)
        : wrong(frame);
  }

  /** One pair of ports, a list of pairs, or powers of single ports. */
  private TmFrame setAntenna(TmFrame frame) {
    int length = frame.length();
    if (length == 2 && isPort(frame.at(0)) && frame.at(0) == frame.at(1)) {
      antenna = frame.at(0);
      return TmAnswers.done(frame.opcode());
    }
    if (length >= 3 && length % 2 == 1 && frame.at(0) == LIST) {
      List<Integer> list = new ArrayList<>();
      for (int at = 1; at < length; at += 2) {
        if (!isPort(frame.at(at)) || frame.at(at) != frame.at(at + 1)) {
          return wrong(frame);
        }
        list.add(frame.at(at));
      }
      antennas = List.copyOf(list);
      return TmAnswers.done(frame.opcode());
    }
    if (length > 1 && (length - 1) % POWER_GROUP == 0 && frame.at(0) == POWERS) {
      ByteBuffer data = ByteBuffer.wrap(frame.data());
      for (int at = 1; at < length; at += POWER_GROUP) {
        if (!isPort(frame.at(at)) || data.getShort(at + 1) > MOST_CENTI_DBM) {
          return wrong(frame);
        }
        byte[] powers = new byte[POWER_GROUP - 1];
        data.get(at + 1, powers);
        antennaPowers.put(frame.at(at), powers);
      }
      return TmAnswers.done(frame.opcode());
    }
    return wrong(frame);
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= ThingMagicFirmware.ANTENNAS;
  }

  private static TmFrame tellPower(TmFrame frame, int centiDbm) {
    if (frame.length() != 1) {
      return wrongLength(frame);
    }
    return frame.at(0) == 1
        ? TmAnswers.powerLimits(frame.opcode(), centiDbm, MOST_CENTI_DBM, LEAST_CENTI_DBM)
        : TmAnswers.bytes(frame.opcode(), 0, centiDbm >> 8, centiDbm);
  }

  private TmFrame setPower(TmFrame frame) {
    if (frame.length() != 2) {
      return wrongLength(frame);
    }
    int centiDbm = (short) frame.wordAt(0);
    if (centiDbm > MOST_CENTI_DBM || centiDbm < LEAST_CENTI_DBM) {
      return TmAnswers.status(
          frame.opcode(),
          centiDbm > MOST_CENTI_DBM ? TmErrors.POWER_TOO_HIGH : TmErrors.POWER_TOO_LOW);
    }
    if (frame.opcode() == TmCommands.SET_READ_POWER) {
      readPower = centiDbm;
    } else {
      writePower = centiDbm;
    }
    return TmAnswers.done(frame.opcode());
  }

  private TmFrame setLine(TmFrame frame) {
    if (frame.length() != 2 || !levels.containsKey(frame.at(0))) {
      return wrong(frame);
    }
    levels.put(frame.at(0), frame.at(1) != 0);
    return TmAnswers.done(frame.opcode());
  }

  /** A first byte that says how, a key, a value. */
  private static TmFrame keep(TmFrame frame, Map<Integer, byte[]> where, int first) {
    if (frame.length() < 3 || frame.at(0) != first) {
      return wrong(frame);
    }
    byte[] value = new byte[frame.length() - 2];
    System.arraycopy(frame.data(), 2, value, 0, value.length);
    where.put(frame.at(1), value);
    return TmAnswers.done(frame.opcode());
  }

  private static TmFrame tell(TmFrame frame, Map<Integer, byte[]> where, int first) {
    if (frame.length() != 2 || frame.at(0) != first || !where.containsKey(frame.at(1))) {
      return wrong(frame);
    }
    byte[] value = where.getOrDefault(frame.at(1), new byte[0]);
    ByteBuffer data = ByteBuffer.allocate(2 + value.length);
    data.put((byte) first).put((byte) frame.at(1)).put(value);
    return TmFrame.response(frame.opcode(), TmErrors.OK, data.array());
  }

  private static TmFrame wrong(TmFrame frame) {
    return TmAnswers.status(frame.opcode(), TmErrors.WRONG_PARAMETER);
  }

  private static TmFrame wrongLength(TmFrame frame) {
    return TmAnswers.status(frame.opcode(), TmErrors.WRONG_LENGTH);
  }
}
