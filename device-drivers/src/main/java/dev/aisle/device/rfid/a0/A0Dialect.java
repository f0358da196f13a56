package dev.aisle.device.rfid.a0;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How readers with an Impinj R2000 want to be spoken to. They have no command that stops inventory:
 * reading is a row of short rounds, each of which ends by itself with a frame of its own. Power and
 * region are kept in flash, so they are only written where they differ.
 */
public final class A0Dialect implements UhfDialect<A0Frame> {
  public static final String DRIVER = "rfid-a0";
  private static final int BAUD = 115_200;
  private static final int ANTENNAS = 4;
  private static final int MOST_CENTI_DBM = 3300;
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration DRAIN = Duration.ofMillis(60);
  private static final Duration SLICE = Duration.ofMillis(20);
  private static final int SLICES_OF_LATE_ROUND = 25;

  /** A round is over in 30 to 200 ms, or longer while tags keep coming. */
  private static final Duration ROUND = Duration.ofSeconds(1);

  /** Every round ends with a frame, so this long without any means that nobody is there. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /** One to three seconds, so that a concern which lasts is told again in time. */
  private static final int ROUNDS_BETWEEN_LOOKS = 20;

  /** What indexes mean as long as the reader has not told of a band of its own. */
  private static final A0Band WHOLE_LIST = new A0Band.Listed(1, 0, 59);

  private final A0Settings own;
  private final A0FrameCodec codec = new A0FrameCodec();
  private A0Commands commands = new A0Commands(A0Frame.PUBLIC_ADDRESS);
  private A0Band band = WHOLE_LIST;
  private List<Integer> antennas = List.of(1);
  private boolean roundRunning;
  private int turn;
  private int rounds;
  private int workAntenna;
  private boolean tellsTemperature = true;

  public A0Dialect() {
    this(A0Settings.USUAL);
  }

  public A0Dialect(A0Settings own) {
    this.own = own;
  }

  @Override
  public String driver() {
    return DRIVER;
  }

  @Override
  public int usualBaud() {
    return BAUD;
  }

  @Override
  public FrameCodec<A0Frame> codec() {
    return codec;
  }

  @Override
  public Map<String, Object> explain(A0Frame frame) {
    return A0Explanation.of(frame, band, own);
  }

  @Override
  public Heard heard(A0Frame frame) {
    if (isRoundEnd(frame)) {
      roundRunning = false;
    }
    return switch (A0Reply.parse(frame)) {
      case A0Reply.TagSeen tag -> new Heard.Tags(List.of(seen(tag)));
      case A0Reply.Buffered buffered -> new Heard.Tags(List.of(seen(buffered.tag())));
      case A0Reply.RoundDone done -> new Heard.RoundDone();
      case A0Reply.NoTag none -> new Heard.NoTag();
      case A0Reply.AntennaRefused refused ->
          new Heard.Refused(
              refused.code(),
              "antenna %d: %s".formatted(refused.antenna(), A0Errors.meaning(refused.code())),
              A0Errors.concern(refused.code()));
      case A0Reply.Refused refused -> refused(refused.code());
      case A0Reply.Accessed accessed when accessed.code() != A0Errors.OK ->
          A0Errors.refused(accessed.code());
      case A0Reply.Temperature hot when hot.celsius() > own.hottestC() ->
          new Heard.Refused(
              frame.command(),
              "the reader is %d °C hot, more than %d".formatted(hot.celsius(), own.hottestC()),
              Concern.LIMITS);
      case A0Reply.ReturnLoss loss when loss.db() < own.leastReturnLossDb().orElse(0) ->
          new Heard.Refused(
              frame.command(),
              "antenna %d: return loss of only %d dB".formatted(workAntenna, loss.db()),
              Concern.ANTENNA);
      case A0Reply.Garbled garbled -> new Heard.Garbled(garbled.why());
      default -> new Heard.Answer();
    };
  }

  /** An antenna that is missing ends the round of 89 and 8B; it is the work antenna then. */
  private Heard.Refused refused(int code) {
    Heard.Refused plain = A0Errors.refused(code);
    return plain.concern() == Concern.ANTENNA && workAntenna > 0
        ? new Heard.Refused(
            code, "antenna %d: %s".formatted(workAntenna, plain.meaning()), plain.concern())
        : plain;
  }

  private TagSeen seen(A0Reply.TagSeen tag) {
    return new TagSeen(
        tag.antenna(),
        OptionalInt.of(tag.pc()),
        tag.epcHex(),
        OptionalInt.of(tag.rssiRaw()),
        OptionalDouble.of(tag.rssiRaw() - own.rssiOffset()),
        band.khz(tag.frequencyIndex()),
        OptionalDouble.empty(),
        Optional.empty());
  }

  @Override
  public ReaderCapabilities begin(Conversation<A0Frame> with)
      throws IOException, InterruptedException {
    UhfSettings settings = with.settings();
    commands = new A0Commands(settings.address().orElse(A0Frame.PUBLIC_ADDRESS));
    antennas = settings.antennas().isEmpty() ? List.of(1) : settings.antennas();
    roundRunning = false;
    workAntenna = 0;
    tellsTemperature = true; // until it is silent about it, as older firmware is
    with.listen(DRAIN); // a round of an earlier life ends
    A0Frame version = commands.version();
    A0Reply said = A0Reply.parse(with.require(version, isAnswerTo(version), ANSWER));
    if (!(said instanceof A0Reply.Version(int major, int minor))) {
      throw new DeviceFailure(
          TroubleKind.STRANGE_ANSWER,
          "the reader does not tell its version but %s".formatted(said));
    }
    Optional<String> serial = serial(with);
    A0Setup setup = new A0Setup(with, commands);
    setup.checkAntennas(antennas, ANTENNAS);
    Optional<A0Band> told = setup.region(settings.region());
    told.ifPresent(now -> band = now);
    setup.power(settings);
    setup.matchAny();
    return new ReaderCapabilities(
        Optional.of("R2000"),
        Optional.empty(),
        Optional.of("v%d.%d".formatted(major, minor)),
        Optional.empty(),
        serial,
        ANTENNAS,
        OptionalInt.of(0),
        OptionalInt.of(MOST_CENTI_DBM),
        A0Band.regions(),
        true,
        true,
        false,
        2,
        2);
  }

  private Optional<String> serial(Conversation<A0Frame> with)
      throws IOException, InterruptedException {
    A0Frame question = commands.getIdentifier();
    return with.ask(question, isAnswerTo(question), ANSWER) instanceof Answered.With<A0Frame> got
            && A0Reply.parse(got.frame()) instanceof A0Reply.Identifier identifier
            && !identifier.text().isEmpty()
        ? Optional.of(identifier.text())
        : Optional.empty();
  }

  /** What the answers mean is told as a concern; it is forgotten unless it is told again. */
  private void lookAfterItself(Conversation<A0Frame> with)
      throws IOException, InterruptedException {
    if (tellsTemperature) {
      A0Frame temperature = commands.temperature();
      tellsTemperature =
          with.ask(temperature, isAnswerTo(temperature), ANSWER) instanceof Answered.With<A0Frame>;
    }
    if (own.leastReturnLossDb().isEmpty()) {
      return;
    }
    for (int antenna : antennas.stream().distinct().toList()) {
      useAntenna(with, antenna);
      A0Frame returnLoss = commands.returnLoss(band.anyIndex());
      with.ask(returnLoss, isAnswerTo(returnLoss), ANSWER);
    }
  }

  private void useAntenna(Conversation<A0Frame> with, int antenna)
      throws IOException, InterruptedException {
    if (antenna != workAntenna) {
      workAntenna = 0;
      new A0Setup(with, commands).set(commands.workAntenna(antenna));
      workAntenna = antenna;
    }
  }

  @Override
  public void startReading(Conversation<A0Frame> with) throws IOException, InterruptedException {
    turn = 0;
    rounds = 0;
    roundRunning = false;
    if (switchesByItself(with)) {
      workAntenna = 0;
    } else {
      useAntenna(with, antennas.get(0));
    }
  }

  /** The fast switch knows no session. */
  private boolean switchesByItself(Conversation<A0Frame> with) {
    return antennas.size() > 1
        && antennas.size() <= ANTENNAS
        && with.settings().session().isEmpty();
  }

  @Override
  public void keepReading(Conversation<A0Frame> with) throws IOException, InterruptedException {
    if (roundRunning) {
      awaitLateRound(with);
      return;
    }
    if (rounds++ % ROUNDS_BETWEEN_LOOKS == 0) {
      lookAfterItself(with);
    }
    A0Frame round = nextRound(with);
    roundRunning = true;
    with.ask(round, A0Dialect::isRoundEnd, ROUND);
  }

  private A0Frame nextRound(Conversation<A0Frame> with) throws IOException, InterruptedException {
    if (switchesByItself(with)) {
      return commands.fastSwitch(antennas, 0, 1);
    }
    useAntenna(with, antennas.get(turn));
    turn = (turn + 1) % antennas.size();
    return with.settings()
        .session()
        .map(session -> commands.sessionInventory(session, 1))
        .orElseGet(() -> commands.inventory(1));
  }

  /** Its end may have been lost on the line; then the next round is due all the same. */
  private void awaitLateRound(Conversation<A0Frame> with) throws IOException, InterruptedException {
    for (int i = 0; i < SLICES_OF_LATE_ROUND && roundRunning; i++) {
      Duration quiet = with.quiet();
      with.listen(SLICE);
      if (quiet.compareTo(SLICE.multipliedBy(5)) > 0) {
        roundRunning = false;
      }
    }
  }

  @Override
  public void stopReading(Conversation<A0Frame> with) throws IOException, InterruptedException {
    if (roundRunning) {
      awaitLateRound(with);
    }
    roundRunning = false;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public void prove(Conversation<A0Frame> with) throws IOException, InterruptedException {
    A0Frame version = commands.version();
    with.require(version, isAnswerTo(version), ANSWER);
    workAntenna = 0;
    startReading(with);
  }

  @Override
  public List<TagSeen> inventory(Conversation<A0Frame> with, Duration atMost)
      throws IOException, InterruptedException {
    List<Integer> each = antennas.stream().distinct().toList();
    List<TagSeen> seen = new ArrayList<>();
    for (int antenna : each) {
      useAntenna(with, antenna);
      seen.addAll(
          with.collect(
              commands.inventory(1), A0Dialect::isRoundEnd, atMost.dividedBy(each.size())));
    }
    return List.copyOf(seen);
  }

  @Override
  public AccessAnswer access(Conversation<A0Frame> with, TagCommand command, OptionalInt only)
      throws IOException, InterruptedException {
    A0Access access = new A0Access(with, commands);
    Optional<AccessAnswer> no = access.refuseBeforehand(command);
    if (no.isPresent()) {
      return no.get();
    }
    AccessAnswer answer = new AccessAnswer.NoTag();
    List<Integer> tried =
        only.isPresent() ? List.of(only.getAsInt()) : antennas.stream().distinct().toList();
    for (int antenna : tried) {
      useAntenna(with, antenna);
      answer = access.run(command);
      if (!(answer instanceof AccessAnswer.NoTag)) {
        break;
      }
    }
    return answer;
  }

  @Override
  public AccessAnswer gpio(Conversation<A0Frame> with, GpioCommand command)
      throws IOException, InterruptedException {
    return new A0Access(with, commands).gpio(command);
  }

  /** The last frame of a round, be it good or not. */
  static boolean isRoundEnd(A0Frame frame) {
    return A0Shapes.isRound(frame.command()) && (frame.length() == 7 || frame.length() == 1);
  }

  /** Answers name their command; what a round still says does not get in between. */
  static Predicate<A0Frame> isAnswerTo(A0Frame question) {
    return frame -> frame.command() == question.command();
  }
}
