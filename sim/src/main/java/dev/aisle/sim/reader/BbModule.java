package dev.aisle.sim.reader;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbCommands;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.TagCrc;
import dev.aisle.sim.world.TagInField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A UHF module as the host sees it: commands in, answers and notices out (Communication Protocol
 * V2.1, Invelion 2015). Knows no port and no clock.
 */
final class BbModule {
  private static final int NO_TAG = 0x15;
  private static final int UNKNOWN_COMMAND = 0x17;
  private static final int RSSI_SPREAD_DB = 3;
  private static final byte OK = 0;

  private final RandomGenerator random;
  private int roundsLeft;
  private byte region = 1;
  private byte channel;
  private byte[] power = {0x07, (byte) 0xD0};
  private byte[] query = {0x10, 0x20};

  BbModule(RandomGenerator random) {
    this.random = random;
  }

  boolean isReading() {
    return roundsLeft > 0;
  }

  /**
   * What the module says to one frame from the host.
   *
   * @param missed probability that a tag in the field is not heard
   */
  List<BbFrame> answer(BbFrame frame, List<TagInField> field, double missed) {
    if (frame.type() != BbFrame.Type.COMMAND) {
      return List.of();
    }
    return switch (frame.command()) {
      case BbCommands.MODULE_INFO -> List.of(moduleInfo(frame));
      case BbCommands.INVENTORY -> heard(field, missed);
      case BbCommands.MULTI_INVENTORY -> startReading(frame);
      case BbCommands.STOP -> {
        roundsLeft = 0;
        yield List.of(response(frame, OK));
      }
      case BbCommands.GET_REGION -> List.of(response(frame, region));
      case BbCommands.GET_CHANNEL -> List.of(response(frame, channel));
      case BbCommands.GET_POWER -> List.of(response(frame, power));
      case BbCommands.GET_QUERY -> List.of(response(frame, query));
      case BbCommands.SET_REGION,
          BbCommands.SET_CHANNEL,
          BbCommands.HOPPING,
          BbCommands.SET_POWER,
          BbCommands.SET_QUERY,
          BbCommands.SELECT_MODE,
          BbCommands.SET_SELECT ->
          List.of(set(frame));
      default -> List.of(error(UNKNOWN_COMMAND));
    };
  }

  /** One round of a running inventory; nothing when none runs. */
  List<BbFrame> round(List<TagInField> field, double missed) {
    if (!isReading()) {
      return List.of();
    }
    roundsLeft--;
    return heard(field, missed);
  }

  /** A running inventory has no answer of its own, only notices. */
  private List<BbFrame> startReading(BbFrame frame) {
    if (frame.length() != 3) {
      return List.of(error(UNKNOWN_COMMAND));
    }
    roundsLeft = (frame.parameter(1) << 8) | frame.parameter(2);
    return List.of();
  }

  private List<BbFrame> heard(List<TagInField> field, double missed) {
    List<BbFrame> notices = new ArrayList<>();
    for (TagInField tag : field) {
      if (random.nextDouble() >= missed) {
        notices.add(notice(tag));
      }
    }
    return notices.isEmpty() ? List.of(error(NO_TAG)) : notices;
  }

  private BbFrame notice(TagInField tag) {
    byte[] epc = Hex.bytes(tag.epcHex());
    byte[] parameters = new byte[epc.length + 5];
    ByteBuffer out = ByteBuffer.wrap(parameters);
    out.put((byte) (tag.rssiDbm() + random.nextInt(-RSSI_SPREAD_DB, RSSI_SPREAD_DB + 1)));
    out.putShort((short) ((epc.length / 2) << 11)); // PC: number of words, no flags
    out.put(epc);
    out.putShort((short) TagCrc.of(parameters, 1, 3 + epc.length));
    return BbFrame.of(BbFrame.Type.NOTICE, BbCommands.INVENTORY, parameters);
  }

  private BbFrame set(BbFrame frame) {
    byte[] parameters = frame.parameters();
    boolean accepted =
        switch (frame.command()) {
          case BbCommands.SET_REGION -> parameters.length == 1 && setRegion(parameters[0]);
          case BbCommands.SET_CHANNEL -> parameters.length == 1 && setChannel(parameters[0]);
          case BbCommands.SET_POWER -> parameters.length == 2 && setPower(parameters);
          case BbCommands.SET_QUERY -> parameters.length == 2 && setQuery(parameters);
          default -> parameters.length >= 1;
        };
    return accepted ? response(frame, OK) : error(UNKNOWN_COMMAND);
  }

  private boolean setRegion(byte code) {
    if (Arrays.stream(BbCommands.Region.values()).noneMatch(known -> known.code() == code)) {
      return false;
    }
    region = code;
    return true;
  }

  private boolean setChannel(byte index) {
    channel = index;
    return true;
  }

  private boolean setPower(byte[] centiDbm) {
    power = centiDbm;
    return true;
  }

  private boolean setQuery(byte[] parameters) {
    query = parameters;
    return true;
  }

  private static BbFrame moduleInfo(BbFrame frame) {
    if (frame.length() != 1 || frame.parameter(0) > 2) {
      return error(UNKNOWN_COMMAND);
    }
    String text =
        switch (frame.parameter(0)) {
          case 0 -> "SIM 26dBm V1.0";
          case 1 -> "V2.1.0";
          default -> "Aisle";
        };
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] parameters = new byte[ascii.length + 1];
    parameters[0] = (byte) frame.parameter(0);
    System.arraycopy(ascii, 0, parameters, 1, ascii.length);
    return response(frame, parameters);
  }

  private static BbFrame response(BbFrame to, byte... parameters) {
    return BbFrame.of(BbFrame.Type.RESPONSE, to.command(), parameters);
  }

  private static BbFrame error(int code) {
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.ERROR, (byte) code);
  }
}
