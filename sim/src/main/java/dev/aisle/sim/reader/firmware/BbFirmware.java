package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbCommands;
import dev.aisle.device.rfid.bb.BbErrors;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.BbFrameCodec;
import dev.aisle.device.rfid.bb.TagCrc;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.AirField.Echo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A BB..7E module with one antenna (Communication Protocol V2.1, Invelion 2015). */
public final class BbFirmware implements ReaderFirmware {
  private static final int ANTENNA = 1;
  private static final int SLEEP = 0x17;
  private static final int GPIO = 0x1A;
  private static final int AUTO_SLEEP = 0x1D;
  private static final int CARRIER = 0xB0;
  private static final int SET_MODEM = 0xF0;
  private static final int GET_MODEM = 0xF1;
  private static final int SCAN_JAMMER = 0xF2;
  private static final int SCAN_RSSI = 0xF3;
  private static final int GPIO_LINES = 4;
  private static final int CHANNELS = 20;
  private static final int MOST_POWER_CENTI_DBM = 3000;
  private static final long ROUND_NANOS = Duration.ofMillis(20).toNanos();
  private static final byte OK = 0;

  private final BbFrameCodec codec = new BbFrameCodec();
  private final RandomGenerator random;
  private final FrameBuffer buffer = new FrameBuffer();
  private final BbTagAccess access = new BbTagAccess();
  private final Map<Integer, byte[]> settings = new TreeMap<>();
  private final boolean[] outputs = new boolean[GPIO_LINES];
  private final boolean[] directionOut = new boolean[GPIO_LINES];
  private boolean asleep;
  private int roundsLeft;
  private long nextRound;

  public BbFirmware(RandomGenerator random) {
    this.random = random;
    settings.put(BbCommands.GET_REGION, new byte[] {1});
    settings.put(BbCommands.GET_CHANNEL, new byte[] {0});
    settings.put(BbCommands.GET_POWER, new byte[] {0x07, (byte) 0xD0});
    settings.put(BbCommands.GET_QUERY, new byte[] {0x10, 0x20});
    settings.put(GET_MODEM, new byte[] {3, 6, 1, (byte) 0xB0});
  }

  @Override
  public List<byte[]> receive(byte[] bytes, AirField field, long nanos) {
    int from = 0;
    if (asleep && bytes.length > 0) {
      asleep = false; // any byte wakes the module and is lost
      buffer.clear();
      from = 1;
    }
    List<byte[]> answers = new ArrayList<>();
    for (Decoded<BbFrame> decoded : codec.decode(buffer.with(bytes, from))) {
      if (decoded instanceof Decoded.Frame<BbFrame>(BbFrame frame)
          && frame.type() == BbFrame.Type.COMMAND) {
        answer(frame, field, nanos).forEach(answer -> answers.add(answer.encode()));
      }
    }
    buffer.keepRest();
    return answers;
  }

  @Override
  public List<byte[]> tick(AirField field, long nanos) {
    if (roundsLeft == 0 || asleep || nanos - nextRound < 0) {
      return List.of();
    }
    roundsLeft--;
    nextRound = nanos + ROUND_NANOS;
    return heard(field).stream().map(BbFrame::encode).toList();
  }

  private List<BbFrame> answer(BbFrame frame, AirField field, long nanos) {
    return switch (frame.command()) {
      case BbCommands.MODULE_INFO -> List.of(moduleInfo(frame));
      case BbCommands.INVENTORY -> heard(field);
      case BbCommands.MULTI_INVENTORY -> startReading(frame, nanos);
      case BbCommands.STOP -> {
        roundsLeft = 0;
        yield List.of(response(frame, OK));
      }
      case BbCommands.READ, BbCommands.WRITE, BbCommands.LOCK, BbCommands.KILL ->
          List.of(access.answer(frame, field.inventory(ANTENNA)));
      case BbCommands.SET_SELECT -> List.of(done(frame, access.select(frame.parameters())));
      case BbCommands.SELECT_MODE -> List.of(done(frame, access.selectMode(frame.parameters())));
      case BbCommands.GET_SELECT -> List.of(response(frame, access.selection()));
      case BbCommands.GET_REGION,
          BbCommands.GET_CHANNEL,
          BbCommands.GET_POWER,
          BbCommands.GET_QUERY,
          GET_MODEM ->
          List.of(response(frame, settings.getOrDefault(frame.command(), new byte[0])));
      case GPIO -> List.of(gpio(frame));
      case SLEEP -> {
        asleep = true;
        roundsLeft = 0;
        access.forget();
        yield List.of(response(frame, OK));
      }
      case AUTO_SLEEP -> List.of(frame.length() == 1 ? response(frame, frame.parameters()) : bad());
      case SCAN_JAMMER, SCAN_RSSI -> List.of(scan(frame));
      default -> List.of(set(frame));
    };
  }

  /** A running inventory has no answer of its own, only notices. */
  private List<BbFrame> startReading(BbFrame frame, long nanos) {
    if (frame.length() != 3) {
      return List.of(bad());
    }
    roundsLeft = (frame.parameter(1) << 8) | frame.parameter(2);
    nextRound = nanos;
    return List.of();
  }

  private List<BbFrame> heard(AirField field) {
    List<BbFrame> notices = new ArrayList<>();
    for (Echo echo : access.inInventory(field.inventory(ANTENNA))) {
      notices.add(notice(echo));
    }
    return notices.isEmpty() ? List.of(error(BbErrors.NO_TAG)) : notices;
  }

  private static BbFrame notice(Echo echo) {
    byte[] epc = Hex.bytes(echo.tag().epcHex());
    ByteBuffer out = ByteBuffer.allocate(epc.length + 5);
    out.put((byte) echo.rssiDbm()).putShort((short) echo.tag().pc()).put(epc);
    out.putShort((short) TagCrc.of(out.array(), 1, 3 + epc.length));
    return BbFrame.of(BbFrame.Type.NOTICE, BbCommands.INVENTORY, out.array());
  }

  private BbFrame set(BbFrame frame) {
    byte[] parameters = frame.parameters();
    return switch (frame.command()) {
      case BbCommands.SET_REGION -> keep(frame, BbCommands.GET_REGION, isRegion(parameters));
      case BbCommands.SET_CHANNEL ->
          keep(frame, BbCommands.GET_CHANNEL, parameters.length == 1 && parameters[0] >= 0);
      case BbCommands.SET_POWER -> keep(frame, BbCommands.GET_POWER, isPower(parameters));
      case BbCommands.SET_QUERY -> keep(frame, BbCommands.GET_QUERY, parameters.length == 2);
      case SET_MODEM -> keep(frame, GET_MODEM, parameters.length == 4);
      case BbCommands.HOPPING, CARRIER -> done(frame, parameters.length == 1);
      default -> bad();
    };
  }

  private BbFrame keep(BbFrame frame, int readBack, boolean accepted) {
    if (accepted) {
      settings.put(readBack, frame.parameters());
    }
    return done(frame, accepted);
  }

  private static boolean isRegion(byte[] code) {
    return code.length == 1
        && Arrays.stream(BbCommands.Region.values()).anyMatch(known -> known.code() == code[0]);
  }

  private static boolean isPower(byte[] centiDbm) {
    return centiDbm.length == 2
        && ByteBuffer.wrap(centiDbm).getShort() >= 0
        && ByteBuffer.wrap(centiDbm).getShort() <= MOST_POWER_CENTI_DBM;
  }

  /** Operation 0 sets the direction, 1 the level, 2 reads; lines 1 to 4. Nothing is wired to it. */
  private BbFrame gpio(BbFrame frame) {
    if (frame.length() != 3 || frame.parameter(1) < 1 || frame.parameter(1) > GPIO_LINES) {
      return bad();
    }
    int line = frame.parameter(1) - 1;
    boolean on = frame.parameter(2) != 0;
    switch (frame.parameter(0)) {
      case 0 -> directionOut[line] = on;
      case 1 -> outputs[line] = on;
      case 2 -> {
        byte level = (byte) (directionOut[line] && outputs[line] ? 1 : 0);
        return response(frame, (byte) 2, (byte) (line + 1), level);
      }
      default -> {
        return bad();
      }
    }
    return response(frame, OK);
  }

  /** First and last channel, then a level in dBm for each. */
  private BbFrame scan(BbFrame frame) {
    byte[] levels = new byte[2 + CHANNELS];
    levels[1] = CHANNELS - 1;
    for (int i = 0; i < CHANNELS; i++) {
      levels[2 + i] = (byte) random.nextInt(-90, -70);
    }
    return response(frame, levels);
  }

  private static BbFrame moduleInfo(BbFrame frame) {
    if (frame.length() != 1 || frame.parameter(0) > 2) {
      return bad();
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

  private static BbFrame done(BbFrame frame, boolean accepted) {
    return accepted ? response(frame, OK) : bad();
  }

  static BbFrame response(BbFrame to, byte... parameters) {
    return BbFrame.of(BbFrame.Type.RESPONSE, to.command(), parameters);
  }

  static BbFrame error(int code) {
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.ERROR, (byte) code);
  }

  private static BbFrame bad() {
    return error(BbErrors.UNKNOWN_COMMAND);
  }
}
