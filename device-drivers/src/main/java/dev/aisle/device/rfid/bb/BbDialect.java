package dev.aisle.device.rfid.bb;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The BB…7E modules (M100, QM100, YRM100, R200 and kin). The module has one antenna and counts its
 * rounds: after 65535 of them, or when it lost its power, it falls silent and is started again. A
 * sleeping module is woken by the first byte of the first stop and answers the next one.
 */
public final class BbDialect implements UhfDialect<BbFrame> {
  /** As delivered. */
  public static final int BAUD = 115_200;

  private static final int ROUNDS = 65_535;
  private static final int ONLY_ANTENNA = 1;
  private static final int PINS = 4;
  private static final int STOPS = 3;
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration STOP_ANSWER = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** An inventory without a tag says so; one with tags has no end, only a pause after the last. */
  private static final Duration ONE_ROUND = Duration.ofMillis(120);

  private final BbFrameCodec codec = new BbFrameCodec();

  @Override
  public String driver() {
    return "rfid-bb";
  }

  @Override
  public int usualBaud() {
    return BAUD;
  }

  @Override
  public FrameCodec<BbFrame> codec() {
    return codec;
  }

  @Override
  public Map<String, Object> explain(BbFrame frame) {
    return BbWords.of(frame);
  }

  @Override
  public Heard heard(BbFrame frame) {
    return switch (BbReply.parse(frame)) {
      case BbReply.TagSeen tag -> new Heard.Tags(List.of(seen(tag)));
      case BbReply.NoTag noTag -> new Heard.NoTag();
      case BbReply.Garbled garbled -> new Heard.Garbled(garbled.why());
      case BbReply.Refused refused ->
          new Heard.Refused(refused.code(), refused.meaning(), BbErrors.concern(refused.code()));
      default -> new Heard.Answer();
    };
  }

  private static TagSeen seen(BbReply.TagSeen tag) {
    return new TagSeen(
        ONLY_ANTENNA,
        OptionalInt.of(tag.pc()),
        tag.epcHex(),
        OptionalInt.of(tag.rssiDbm()),
        OptionalDouble.of(tag.rssiDbm()),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  @Override
  public ReaderCapabilities begin(Conversation<BbFrame> with)
      throws IOException, InterruptedException {
    stop(with, STOPS);
    Map<BbCommands.Info, String> said = new EnumMap<>(BbCommands.Info.class);
    BbFrame hardware = BbCommands.moduleInfo(BbCommands.Info.HARDWARE);
    note(with.require(hardware, isInfo(BbCommands.Info.HARDWARE), ANSWER), said);
    for (BbCommands.Info part : List.of(BbCommands.Info.SOFTWARE, BbCommands.Info.MAKER)) {
      if (with.ask(BbCommands.moduleInfo(part), isInfo(part), ANSWER)
          instanceof Answered.With<BbFrame>(BbFrame answer)) {
        note(answer, said);
      }
    }
    configure(with);
    return new ReaderCapabilities(
        Optional.empty(),
        Optional.ofNullable(said.get(BbCommands.Info.HARDWARE)),
        Optional.ofNullable(said.get(BbCommands.Info.SOFTWARE)),
        Optional.ofNullable(said.get(BbCommands.Info.MAKER)),
        Optional.empty(),
        1,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Set.of(
            Region.CHINA_900, Region.CHINA_800, Region.UNITED_STATES, Region.EUROPE, Region.KOREA),
        true,
        false,
        false,
        PINS,
        PINS);
  }

  private static void note(BbFrame answer, Map<BbCommands.Info, String> said) {
    if (BbReply.parse(answer) instanceof BbReply.ModuleInfo told) {
      said.put(told.part(), told.text());
    }
  }

  private static void configure(Conversation<BbFrame> with)
      throws IOException, InterruptedException {
    for (int antenna : with.settings().antennas()) {
      if (antenna != ONLY_ANTENNA) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING,
            "antenna %d is set, but the module has only one".formatted(antenna));
      }
    }
    if (with.settings().region().isPresent()) {
      Region wanted = with.settings().region().get();
      BbCommands.Region region =
          BbCommands.Region.of(wanted)
              .orElseThrow(
                  () ->
                      new DeviceFailure(
                          TroubleKind.BAD_SETTING, "the module does not know " + wanted));
      with.require(BbCommands.setRegion(region), isDone(BbCommands.SET_REGION), ANSWER);
    }
    OptionalInt power = with.settings().powerCentiDbm();
    Integer ofAntenna = with.settings().antennaPowerCentiDbm().get(ONLY_ANTENNA);
    if (ofAntenna != null) {
      power = OptionalInt.of(ofAntenna);
    }
    if (power.isPresent()) {
      BbFrame set = BbCommands.setPower(power.getAsInt());
      with.require(set, isDone(BbCommands.SET_POWER), ANSWER);
    }
    if (with.settings().session().isPresent()) {
      BbFrame now = with.require(BbCommands.getQuery(), BbDialect::isQuery, ANSWER);
      if (BbReply.parse(now) instanceof BbReply.Query query) {
        BbQuery wanted = new BbQuery(query.query()).with(with.settings().session().get());
        with.require(BbCommands.setQuery(wanted.bits()), isDone(BbCommands.SET_QUERY), ANSWER);
      }
    }
  }

  @Override
  public void startReading(Conversation<BbFrame> with) throws IOException {
    with.send(BbCommands.multiInventory(ROUNDS));
  }

  /** The module goes on by itself. */
  @Override
  public void keepReading(Conversation<BbFrame> with) throws IOException, InterruptedException {
    with.listen(LOOK);
  }

  @Override
  public void stopReading(Conversation<BbFrame> with) throws IOException, InterruptedException {
    stop(with, STOPS);
  }

  /** Notices of the last round may come before the answer. Silence here is no failure yet. */
  private static void stop(Conversation<BbFrame> with, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      Answered<BbFrame> answer = with.ask(BbCommands.stop(), isDone(BbCommands.STOP), STOP_ANSWER);
      if (answer instanceof Answered.With<BbFrame>) {
        return;
      }
    }
  }

  /** Even a round without a tag is told, many times a second. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void prove(Conversation<BbFrame> with) throws IOException, InterruptedException {
    stop(with, 1);
    BbFrame who = BbCommands.moduleInfo(BbCommands.Info.HARDWARE);
    with.require(who, isInfo(BbCommands.Info.HARDWARE), ANSWER);
    startReading(with);
  }

  @Override
  public List<TagSeen> inventory(Conversation<BbFrame> with, Duration atMost)
      throws IOException, InterruptedException {
    List<TagSeen> seen = new ArrayList<>();
    long start = System.nanoTime();
    Duration left = atMost;
    do {
      Duration round = left.compareTo(ONE_ROUND) < 0 ? left : ONE_ROUND;
      seen.addAll(with.collect(BbCommands.singleInventory(), frame -> false, round));
      left = atMost.minusNanos(System.nanoTime() - start);
    } while (left.isPositive());
    return seen;
  }

  @Override
  public AccessAnswer access(Conversation<BbFrame> with, TagCommand command, OptionalInt antenna)
      throws IOException, InterruptedException {
    return BbAccess.work(with, command);
  }

  @Override
  public AccessAnswer gpio(Conversation<BbFrame> with, GpioCommand command)
      throws IOException, InterruptedException {
    int pin = command.line();
    if (pin < 1 || pin > PINS) {
      return new AccessAnswer.NotSupported("lines are 1 to %d".formatted(PINS));
    }
    boolean output = command instanceof GpioCommand.Set;
    Answered<BbFrame> turned =
        with.ask(BbCommands.gpioDirection(pin, output), isDone(BbCommands.GPIO), ANSWER);
    if (!(turned instanceof Answered.With<BbFrame>)) {
      return BbAccess.failed(turned);
    }
    return switch (command) {
      case GpioCommand.Set set -> {
        Answered<BbFrame> answer =
            with.ask(BbCommands.gpioSet(pin, set.high()), isDone(BbCommands.GPIO), ANSWER);
        yield answer instanceof Answered.With<BbFrame>
            ? new AccessAnswer.Done("")
            : BbAccess.failed(answer);
      }
      case GpioCommand.Get get -> {
        Answered<BbFrame> answer = with.ask(BbCommands.gpioGet(pin), isPin(pin), ANSWER);
        yield answer instanceof Answered.With<BbFrame>(BbFrame frame)
                && BbReply.parse(frame) instanceof BbReply.Pin level
            ? new AccessAnswer.Done(level.high() ? "01" : "00")
            : BbAccess.failed(answer);
      }
    };
  }

  static Predicate<BbFrame> isDone(int command) {
    BbReply wanted = new BbReply.Done(command);
    return frame -> BbReply.parse(frame).equals(wanted);
  }

  private static Predicate<BbFrame> isInfo(BbCommands.Info part) {
    return frame -> BbReply.parse(frame) instanceof BbReply.ModuleInfo told && told.part() == part;
  }

  private static Predicate<BbFrame> isPin(int pin) {
    return frame -> BbReply.parse(frame) instanceof BbReply.Pin told && told.pin() == pin;
  }

  private static boolean isQuery(BbFrame frame) {
    return BbReply.parse(frame) instanceof BbReply.Query;
  }
}
