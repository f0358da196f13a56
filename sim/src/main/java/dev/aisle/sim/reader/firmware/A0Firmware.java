package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.a0.A0Answers;
import dev.aisle.device.rfid.a0.A0Band;
import dev.aisle.device.rfid.a0.A0Commands;
import dev.aisle.device.rfid.a0.A0Errors;
import dev.aisle.device.rfid.a0.A0Frame;
import dev.aisle.device.rfid.a0.A0FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.AirField.Echo;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A reader with an Impinj R2000 and four antennas (UHF RFID Reader Serial Interface Protocol V3.7):
 * short rounds that end by themselves, settings, work on tags, a buffer of its own.
 */
public final class A0Firmware implements ReaderFirmware {
  static final int ANTENNAS = 4;
  private static final int ADDRESS = 1;
  private static final int RSSI_OFFSET = 129;
  private static final int MOST_DBM = 33;
  private static final int LEAST_TEMPORARY_DBM = 20;
  private static final int USUAL_DBM = 30;
  private static final int USUAL_PROFILE = 0xD1;
  private static final int PROFILES = 4;
  private static final int USUAL_BAUD = 4;
  private static final int CELSIUS = 41;
  private static final int GOOD_RETURN_LOSS_DB = 14;
  private static final int MOST_BUFFERED = 1000;
  private static final int FULL_PHASE = 180;
  private static final int PHASE_STEPS = 128;

  /** An antenna is worked for at least so long, be there tags or not. */
  private static final long STAY_NANOS = Duration.ofMillis(20).toNanos();

  private final A0FrameCodec codec = new A0FrameCodec();
  private final FrameBuffer unread = new FrameBuffer();
  private final boolean tellsPhase;
  private final A0TagAccess access = new A0TagAccess(this);
  private final Map<Integer, Integer> bytes = new TreeMap<>();
  private final boolean[] lines = new boolean[4];
  private final Map<String, Buffered> buffer = new TreeMap<>();
  private A0Answers say = new A0Answers(ADDRESS);
  private int address = ADDRESS;
  private List<Integer> power = Collections.nCopies(ANTENNAS, USUAL_DBM);
  private A0Band band = new A0Band.Listed(1, 7, 59);
  private String identifier = "SIM-A0";
  private int antenna = 1;
  private List<A0Frame> atEnd = List.of();
  private long endNanos;

  private record Buffered(Echo echo, int antenna, int times) {}

  public A0Firmware() {
    this(false);
  }

  /**
   * @param tellsPhase newer firmware adds two bytes to each tag
   */
  public A0Firmware(boolean tellsPhase) {
    this.tellsPhase = tellsPhase;
    bytes.put(A0Commands.GET_DETECTOR, 0);
    bytes.put(A0Commands.GET_PROFILE, USUAL_PROFILE);
  }

  @Override
  public List<byte[]> receive(byte[] received, AirField field, long nanos) {
    List<A0Frame> answers = new ArrayList<>();
    for (Decoded<A0Frame> one : codec.decode(unread.with(received, 0))) {
      if (one instanceof Decoded.Frame<A0Frame>(A0Frame frame)
          && (frame.address() == address || frame.address() == A0Frame.PUBLIC_ADDRESS)) {
        answers.addAll(answer(frame, field, nanos));
      }
    }
    unread.keepRest();
    return answers.stream().map(codec::encode).toList();
  }

  @Override
  public List<byte[]> tick(AirField field, long nanos) {
    if (atEnd.isEmpty() || nanos - endNanos < 0) {
      return List.of();
    }
    List<A0Frame> end = atEnd;
    atEnd = List.of();
    return end.stream().map(codec::encode).toList();
  }

  A0Answers say() {
    return say;
  }

  int workAntenna() {
    return antenna;
  }

  private List<A0Frame> answer(A0Frame frame, AirField field, long nanos) {
    return switch (frame.command()) {
      case A0Commands.INVENTORY, A0Commands.SESSION_INVENTORY -> round(frame, field, nanos);
      case A0Commands.FAST_SWITCH -> fastSwitch(frame, field, nanos);
      case A0Commands.BUFFER_INVENTORY -> List.of(fillBuffer(frame, field));
      case A0Commands.READ,
          A0Commands.WRITE,
          A0Commands.BLOCK_WRITE,
          A0Commands.LOCK,
          A0Commands.KILL ->
          access.answer(frame, field);
      case A0Commands.SET_MATCH -> List.of(code(frame, access.match(frame)));
      case A0Commands.GET_MATCH -> List.of(say.match(access.matched()));
      case A0Commands.GET_BUFFER, A0Commands.TAKE_BUFFER -> tellBuffer(frame);
      case A0Commands.COUNT_BUFFER ->
          List.of(say.bytes(frame.command(), buffer.size() >> 8, buffer.size()));
      case A0Commands.CLEAR_BUFFER -> {
        buffer.clear();
        yield List.of(code(frame, A0Errors.OK));
      }
      case A0Commands.RESET -> {
        atEnd = List.of(); // a reader that starts again says nothing
        yield List.of();
      }
      default -> List.of(frame.length() == 0 ? told(frame) : set(frame, field));
    };
  }

  /** What is asked without parameters. */
  private A0Frame told(A0Frame frame) {
    int command = frame.command();
    return switch (command) {
      case A0Commands.VERSION -> say.bytes(command, 1, 9);
      case A0Commands.GET_IDENTIFIER -> say.identifier(identifier);
      case A0Commands.GET_ANTENNA -> say.bytes(command, antenna - 1);
      case A0Commands.GET_POWER -> say.power(power);
      case A0Commands.GET_REGION -> say.region(band);
      case A0Commands.TEMPERATURE -> say.temperature(CELSIUS);
      case A0Commands.GET_GPIO -> say.bytes(command, lines[0] ? 1 : 0, lines[1] ? 1 : 0);
      case A0Commands.GET_DETECTOR, A0Commands.GET_PROFILE, A0Commands.GET_FAST_TID ->
          say.bytes(command, bytes.getOrDefault(command, 0));
      default -> code(frame, A0Errors.PARAMETER);
    };
  }

  private A0Frame set(A0Frame frame, AirField field) {
    int value = frame.at(0);
    return switch (frame.command()) {
      case A0Commands.SET_ANTENNA -> {
        boolean there = frame.length() == 1 && value < ANTENNAS;
        antenna = there ? value + 1 : antenna;
        yield code(frame, there ? A0Errors.OK : 0x47);
      }
      case A0Commands.SET_POWER -> code(frame, setPower(frame, 0));
      case A0Commands.TEMPORARY_POWER -> code(frame, setPower(frame, LEAST_TEMPORARY_DBM));
      case A0Commands.SET_REGION -> code(frame, setRegion(frame));
      case A0Commands.SET_IDENTIFIER -> {
        byte[] text = frame.data();
        int end = 0;
        while (end < text.length && text[end] > 0) {
          end++;
        }
        identifier = new String(text, 0, end, StandardCharsets.US_ASCII);
        yield code(frame, A0Errors.OK);
      }
      case A0Commands.SET_ADDRESS -> {
        A0Frame answer = code(frame, value == 0xFF ? 0x46 : A0Errors.OK);
        address = value == 0xFF ? address : value;
        say = new A0Answers(address);
        yield answer;
      }
      case A0Commands.SET_BAUD ->
          code(frame, value == USUAL_BAUD - 1 || value == USUAL_BAUD ? A0Errors.OK : 0x4A);
      case A0Commands.BEEPER -> code(frame, value <= 2 ? A0Errors.OK : 0x4B);
      case A0Commands.SET_DETECTOR -> keep(frame, A0Commands.GET_DETECTOR, true);
      case A0Commands.SET_PROFILE ->
          keep(frame, A0Commands.GET_PROFILE, value >= 0xD0 && value < 0xD0 + PROFILES);
      case A0Commands.FAST_TID, A0Commands.FAST_TID_SAVED ->
          keep(frame, A0Commands.GET_FAST_TID, true);
      case A0Commands.SET_GPIO -> code(frame, setLine(frame));
      case A0Commands.RETURN_LOSS ->
          code(frame, field.isConnected(antenna) ? GOOD_RETURN_LOSS_DB : 0);
      default -> code(frame, A0Errors.PARAMETER);
    };
  }

  private A0Frame keep(A0Frame frame, int readBack, boolean accepted) {
    if (accepted) {
      bytes.put(readBack, frame.at(0));
    }
    return code(frame, accepted ? A0Errors.OK : A0Errors.PARAMETER);
  }

  private int setPower(A0Frame frame, int least) {
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < ANTENNAS; i++) {
      wanted.add(frame.at(frame.length() == 1 ? 0 : i));
    }
    if (wanted.stream().anyMatch(dbm -> dbm < least || dbm > MOST_DBM)) {
      return 0x48;
    }
    power = List.copyOf(wanted);
    return A0Errors.OK;
  }

  private int setRegion(A0Frame frame) {
    if (frame.length() == 6 && frame.at(0) == A0Band.OWN_CODE) {
      int start = (frame.at(3) << 16) | frame.wordAt(4);
      band = new A0Band.Own(start, frame.at(1) * 10, frame.at(2));
      return A0Errors.OK;
    }
    if (frame.length() != 3 || frame.at(0) < 1 || frame.at(0) >= A0Band.OWN_CODE) {
      return 0x49;
    }
    A0Band.Listed wanted = new A0Band.Listed(frame.at(0), frame.at(1), frame.at(2));
    boolean europe = frame.at(0) == 2;
    if (wanted.first() > wanted.last() || wanted.last() > (europe ? 6 : 59)) {
      return 0x4F;
    }
    if (!europe && wanted.first() < 7) {
      return 0x4F;
    }
    band = wanted;
    return A0Errors.OK;
  }

  private int setLine(A0Frame frame) {
    if (frame.length() != 2 || frame.at(0) < 3 || frame.at(0) > lines.length) {
      return A0Errors.PARAMETER;
    }
    lines[frame.at(0) - 1] = frame.at(1) == 1;
    return A0Errors.OK;
  }

  private List<A0Frame> round(A0Frame frame, AirField field, long nanos) {
    boolean session = frame.command() == A0Commands.SESSION_INVENTORY;
    if (frame.length() != (session ? 3 : 1) || (session && (frame.at(0) > 3 || frame.at(1) > 1))) {
      return List.of(code(frame, A0Errors.PARAMETER));
    }
    if (!field.isConnected(antenna)) {
      return List.of(code(frame, A0Errors.ANTENNA_MISSING));
    }
    List<A0Frame> out = heard(frame.command(), antenna, field);
    int perSecond = out.size() * (int) (Duration.ofSeconds(1).toNanos() / STAY_NANOS);
    atEnd = List.of(say.roundDone(frame.command(), antenna, perSecond, out.size()));
    endNanos = nanos + STAY_NANOS;
    return out;
  }

  private List<A0Frame> fastSwitch(A0Frame frame, AirField field, long nanos) {
    if (frame.length() != 2 * ANTENNAS + 2) {
      return List.of(code(frame, A0Errors.PARAMETER));
    }
    List<A0Frame> out = new ArrayList<>();
    int reads = 0;
    long lasts = 0;
    for (int slot = 0; slot < ANTENNAS; slot++) {
      int port = frame.at(2 * slot);
      if (port >= ANTENNAS) {
        continue;
      }
      if (!field.isConnected(port + 1)) {
        out.add(say.antennaRefused(port + 1, A0Errors.ANTENNA_MISSING));
        continue;
      }
      for (int stay = frame.at(2 * slot + 1); stay > 0; stay--) {
        List<A0Frame> tags = heard(frame.command(), port + 1, field);
        reads += tags.size();
        lasts += STAY_NANOS;
        out.addAll(tags);
      }
    }
    atEnd = List.of(say.fastSwitchDone(reads, (int) Duration.ofNanos(lasts).toMillis()));
    endNanos = nanos + lasts;
    return out;
  }

  private List<A0Frame> heard(int command, int port, AirField field) {
    List<A0Frame> tags = new ArrayList<>();
    for (Echo echo : field.inventory(port)) {
      OptionalInt phase =
          tellsPhase
              ? OptionalInt.of(echo.phaseDeg() * (PHASE_STEPS - 1) / FULL_PHASE)
              : OptionalInt.empty();
      EmulatedTag tag = echo.tag();
      tags.add(
          say.tagSeen(command, index(echo), port, tag.pc(), tag.epcHex(), rssiRaw(echo), phase));
    }
    return tags;
  }

  private static int rssiRaw(Echo echo) {
    return Math.clamp(echo.rssiDbm() + RSSI_OFFSET, 0, 0x7F);
  }

  /** The place in the band that is nearest to the carrier. */
  int index(Echo echo) {
    int khz = echo.frequencyKhz();
    return switch (band) {
      case A0Band.Own own -> Math.clamp((khz - own.startKhz()) / Math.max(1, own.stepKhz()), 0, 63);
      case A0Band.Listed listed ->
          khz < 902_000
              ? Math.clamp((khz - 865_000) / 500, 0, 6)
              : Math.clamp(7 + (khz - 902_000) / 500, 7, 59);
    };
  }

  private A0Frame fillBuffer(A0Frame frame, AirField field) {
    if (!field.isConnected(antenna)) {
      return code(frame, A0Errors.ANTENNA_MISSING);
    }
    List<Echo> heard = field.inventory(antenna);
    for (Echo echo : heard) {
      String epc = echo.tag().epcHex();
      if (buffer.size() < MOST_BUFFERED || buffer.containsKey(epc)) {
        buffer.merge(
            epc,
            new Buffered(echo, antenna, 1),
            (old, now) -> new Buffered(now.echo(), antenna, Math.min(0xFF, old.times() + 1)));
      }
    }
    return say.bufferFilled(antenna, buffer.size(), heard.size() * 50, heard.size());
  }

  private List<A0Frame> tellBuffer(A0Frame frame) {
    if (buffer.isEmpty()) {
      return List.of(code(frame, A0Errors.BUFFER_EMPTY));
    }
    List<A0Frame> out = new ArrayList<>();
    for (Map.Entry<String, Buffered> entry : buffer.entrySet()) {
      Buffered one = entry.getValue();
      Echo echo = one.echo();
      out.add(
          say.buffered(
              frame.command(),
              buffer.size(),
              echo.tag().pc(),
              entry.getKey(),
              rssiRaw(echo),
              index(echo),
              one.antenna(),
              one.times()));
    }
    if (frame.command() == A0Commands.TAKE_BUFFER) {
      buffer.clear();
    }
    return out;
  }

  A0Frame code(A0Frame to, int code) {
    return say.code(to.command(), code);
  }
}
