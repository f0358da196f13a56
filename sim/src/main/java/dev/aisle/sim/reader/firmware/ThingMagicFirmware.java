package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.thingmagic.TmAnswers;
import dev.aisle.device.rfid.thingmagic.TmCommands;
import dev.aisle.device.rfid.thingmagic.TmErrors;
import dev.aisle.device.rfid.thingmagic.TmFrame;
import dev.aisle.device.rfid.thingmagic.TmFrameCodec;
import dev.aisle.device.rfid.thingmagic.TmTag;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.AirField.Echo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A ThingMagic M6e with four antennas (MercuryAPI, serial reader protocol). It wakes up in its boot
 * loader, knows no region, and tells each tag once only until it is told otherwise.
 */
public final class ThingMagicFirmware implements ReaderFirmware {
  static final int ANTENNAS = 4;
  private static final int BOOT_LOADER = 0x12121300;
  private static final int HARDWARE = 0x18000001;
  private static final int DATE = 0x20230714;
  private static final int VERSION = 0x01250017;
  private static final int PROTOCOLS = 0x10;
  private static final int PROGRAM_BOOT_LOADER = 0x11;
  private static final int PROGRAM_APPLICATION = 0x12;
  private static final int CELSIUS = 41;
  private static final int MOST_BUFFERED = 1000;
  private static final int MOST_REMEMBERED = 10_000;
  private static final long ROUND_NANOS = Duration.ofMillis(5).toNanos();
  private static final long KEEP_ALIVE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long BOOT_NANOS = Duration.ofMillis(650).toNanos();
  private static final long MILLI = 1_000_000L;

  private record Later(long atNanos, TmFrame frame) {}

  private final TmFrameCodec codec = TmFrameCodec.ofCommands();
  private final FrameBuffer buffer = new FrameBuffer();
  private final ThingMagicSettings settings = new ThingMagicSettings();
  private final ThingMagicAccess access = new ThingMagicAccess();
  private final Deque<Later> later = new ArrayDeque<>();
  private final Map<String, TmTag> found = new LinkedHashMap<>();
  private final Set<String> toldOnce = new HashSet<>();
  private boolean running;
  private boolean streaming;
  private int metadata;
  private int turn;
  private long nextRound;
  private long lastKeepAlive;
  private volatile boolean hot;

  /** From now on it says that it is too hot. */
  void overheat() {
    hot = true;
  }

  @Override
  public List<byte[]> receive(byte[] bytes, AirField field, long nanos) {
    List<TmFrame> answers = new ArrayList<>();
    for (Decoded<TmFrame> one : codec.decode(buffer.with(bytes, 0))) {
      if (one instanceof Decoded.Frame<TmFrame>(TmFrame frame) && later.isEmpty()) {
        answers.addAll(answer(frame, field, nanos));
      }
    }
    buffer.keepRest();
    return answers.stream().map(codec::encode).toList();
  }

  @Override
  public List<byte[]> tick(AirField field, long nanos) {
    List<TmFrame> out = new ArrayList<>();
    Later due = later.peek();
    if (due != null && nanos - due.atNanos() >= 0) {
      out.add(later.remove().frame());
    }
    if (streaming && nanos - nextRound >= 0) {
      nextRound = nanos + ROUND_NANOS;
      round(out, field, nanos);
    }
    if (streaming && nanos - lastKeepAlive >= KEEP_ALIVE_NANOS) {
      lastKeepAlive = nanos;
      keepAlive(out, field);
    }
    return out.stream().map(codec::encode).toList();
  }

  private void round(List<TmFrame> out, AirField field, long nanos) {
    int antenna = settings.antennas().get(turn % settings.antennas().size());
    turn++;
    int millis = (int) ((nanos - lastKeepAlive) / MILLI);
    if (!field.isConnected(antenna)) {
      return;
    }
    for (Echo echo : field.inventory(antenna)) {
      String epc = echo.tag().epcHex();
      if (!settings.filters() || isNew(epc)) {
        out.add(TmAnswers.streamed(settings.search(), metadata, tag(echo, antenna, 1, millis)));
      }
    }
  }

  private boolean isNew(String epc) {
    if (toldOnce.size() >= MOST_REMEMBERED) {
      toldOnce.clear();
    }
    return toldOnce.add(epc);
  }

  private void keepAlive(List<TmFrame> out, AirField field) {
    out.add(TmAnswers.keepAlive());
    if (hot) {
      out.add(TmAnswers.status(TmCommands.READ_MULTIPLE, TmErrors.TOO_HOT));
    }
    if (!settings.antennas().stream().allMatch(field::isConnected)) {
      out.add(TmAnswers.status(TmCommands.READ_MULTIPLE, TmErrors.HIGH_RETURN_LOSS));
    }
  }

  private static TmTag tag(Echo echo, int antenna, int times, int millis) {
    return new TmTag(
        times,
        OptionalInt.of(echo.rssiDbm()),
        antenna,
        OptionalInt.of(echo.frequencyKhz()),
        OptionalInt.of(millis),
        OptionalInt.of(echo.phaseDeg()),
        "",
        OptionalInt.of(0),
        echo.tag().pc(),
        echo.tag().epcHex());
  }

  private List<TmFrame> answer(TmFrame frame, AirField field, long nanos) {
    int opcode = frame.opcode();
    if (opcode == TmCommands.VERSION) {
      return streaming ? List.of() : List.of(version(opcode));
    }
    if (!running) {
      return fromBootLoader(frame, nanos);
    }
    if (opcode == TmCommands.CONTINUOUS) {
      return List.of(continuous(frame, nanos));
    }
    if (streaming) {
      return List.of(); // busy; nothing but the stop is heard
    }
    return switch (opcode) {
      case TmCommands.PROGRAM -> List.of(TmAnswers.bytes(opcode, PROGRAM_APPLICATION));
      case TmCommands.BOOT -> List.of(TmAnswers.status(opcode, TmErrors.WRONG_OPCODE));
      case TmCommands.TEMPERATURE -> List.of(TmAnswers.bytes(opcode, CELSIUS));
      case TmCommands.READ_MULTIPLE -> search(frame, field, nanos);
      case TmCommands.GET_BUFFER -> List.of(tellFound(frame));
      case TmCommands.CLEAR_BUFFER -> {
        found.clear();
        yield List.of(TmAnswers.done(opcode));
      }
      case TmCommands.WRITE_EPC,
          TmCommands.WRITE,
          TmCommands.LOCK,
          TmCommands.KILL,
          TmCommands.READ ->
          onTag(frame, field, nanos);
      default -> List.of(settings.answer(frame, field));
    };
  }

  private List<TmFrame> fromBootLoader(TmFrame frame, long nanos) {
    return switch (frame.opcode()) {
      case TmCommands.PROGRAM -> List.of(TmAnswers.bytes(frame.opcode(), PROGRAM_BOOT_LOADER));
      case TmCommands.BOOT -> {
        running = true;
        later.add(new Later(nanos + BOOT_NANOS, version(frame.opcode())));
        yield List.of();
      }
      default -> List.of(TmAnswers.status(frame.opcode(), TmErrors.WRONG_OPCODE));
    };
  }

  private TmFrame version(int opcode) {
    return TmAnswers.version(opcode, BOOT_LOADER, HARDWARE, DATE, VERSION, running ? PROTOCOLS : 0);
  }

  private TmFrame continuous(TmFrame frame, long nanos) {
    if (frame.length() >= 3 && frame.at(2) == 2) {
      streaming = false;
      return TmAnswers.done(frame.opcode());
    }
    boolean known =
        frame.length() == 16
            && frame.at(2) == 1
            && frame.at(3) == TmCommands.READ_MULTIPLE
            && frame.at(8) == TmCommands.READ_MULTIPLE;
    if (!known) {
      return TmAnswers.status(frame.opcode(), TmErrors.WRONG_PARAMETER);
    }
    int obstacle = settings.obstacle();
    if (obstacle != TmErrors.OK) {
      return TmAnswers.status(frame.opcode(), obstacle);
    }
    settings.search(frame.wordAt(10));
    metadata = frame.wordAt(14) & TmCommands.ALL_METADATA;
    toldOnce.clear();
    streaming = true;
    turn = 0;
    nextRound = nanos;
    lastKeepAlive = nanos;
    return TmAnswers.done(frame.opcode());
  }

  /** Inventory into its own memory; how much is told when the time is over. */
  private List<TmFrame> search(TmFrame frame, AirField field, long nanos) {
    int obstacle = frame.length() == 5 ? settings.obstacle() : TmErrors.WRONG_LENGTH;
    if (obstacle != TmErrors.OK) {
      return List.of(TmAnswers.status(frame.opcode(), obstacle));
    }
    for (int antenna : settings.antennas()) {
      if (!field.isConnected(antenna)) {
        return List.of(TmAnswers.status(frame.opcode(), TmErrors.HIGH_RETURN_LOSS));
      }
      for (Echo echo : field.inventory(antenna)) {
        if (found.size() < MOST_BUFFERED) {
          found.put(echo.tag().epcHex() + "/" + antenna, tag(echo, antenna, 1, 0));
        }
      }
    }
    TmFrame answer =
        found.isEmpty()
            ? TmAnswers.status(frame.opcode(), TmErrors.NO_TAG)
            : TmAnswers.found(found.size());
    later.add(new Later(nanos + frame.wordAt(3) * MILLI, answer));
    return List.of();
  }

  private TmFrame tellFound(TmFrame frame) {
    if (frame.length() != 3) {
      return TmAnswers.status(frame.opcode(), TmErrors.WRONG_LENGTH);
    }
    if (found.isEmpty()) {
      return TmAnswers.status(frame.opcode(), 0x0600);
    }
    int fields = frame.wordAt(0) & TmCommands.ALL_METADATA;
    TmFrame answer = TmAnswers.buffer(fields, List.copyOf(found.values()));
    List<String> told = List.copyOf(found.keySet()).subList(0, answer.at(3));
    told.forEach(found::remove);
    return answer;
  }

  private List<TmFrame> onTag(TmFrame frame, AirField field, long nanos) {
    int obstacle = frame.length() < 4 ? TmErrors.WRONG_LENGTH : settings.obstacle();
    if (obstacle == TmErrors.OK && !field.isConnected(settings.antenna())) {
      obstacle = TmErrors.HIGH_RETURN_LOSS;
    }
    if (obstacle != TmErrors.OK) {
      return List.of(TmAnswers.status(frame.opcode(), obstacle));
    }
    TmFrame answer = access.answer(frame, field.inventory(settings.antenna()));
    if (answer.status() != TmErrors.NO_TAG) {
      return List.of(answer);
    }
    long searched = (ByteBuffer.wrap(frame.data()).getShort() & 0xFFFF) * MILLI;
    later.add(new Later(nanos + searched, answer));
    return List.of();
  }
}
