package dev.aisle.device.rfid.chafon;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.chafon.ChafonModel.Family;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Readers of the families UHFReader18 and UHFReader288. They read in rounds: each inventory is
 * asked for and comes to an end, at the latest by its scan time. What is said to a reader while it
 * is busy is lost, so nothing is said before its round has ended, or should have.
 */
public final class ChafonDialect implements UhfDialect<ChafonFrame> {
  /** As delivered. */
  public static final int BAUD = 57_600;

  private static final Duration ANSWER = Duration.ofMillis(500);

  /** A reader that reads answers at once between rounds; three tries must not take long. */
  private static final Duration PROOF = Duration.ofMillis(300);

  /** A reader that was left in the middle of an inventory of two seconds, its default, is busy. */
  private static final Duration FIRST_ANSWER = Duration.ofMillis(2300);

  /** After the end of its scan time a reader may still need so long (manual: 75 ms; margin). */
  private static final Duration AFTER_SCAN = Duration.ofMillis(300);

  /** In 100 ms, the shortest: the host gets its turn often, and antennas change quickly. */
  private static final int SCAN_TIME = 3;

  private static final Duration ROUND_AT_MOST =
      Duration.ofMillis(SCAN_TIME * 100L).plus(AFTER_SCAN);

  private static final Duration LOOK = Duration.ofMillis(3);
  private static final Duration LOOKS_AT_MOST = Duration.ofMillis(150);
  private static final int TAGS_EXPECTED_Q = 4;

  /** In session S0 a tag answers every inventory. */
  private static final int ALL_ANSWER = 0;

  private static final int CENTI = 100;

  private final ChafonFrameCodec codec = new ChafonFrameCodec();
  private Family family;
  private ChafonCommands commands = new ChafonCommands(ChafonFrame.PUBLIC);
  private boolean smart = true;
  private boolean running;
  private boolean sawTag;
  private Duration waited = Duration.ZERO;
  private int turn;
  private int target;

  /** For a reader of a family not known yet. */
  public ChafonDialect() {
    this(Family.OF_288);
  }

  /** For frames that are known to be of this family. */
  public ChafonDialect(Family family) {
    this.family = family;
  }

  @Override
  public String driver() {
    return "rfid-chafon";
  }

  @Override
  public int usualBaud() {
    return BAUD;
  }

  @Override
  public FrameCodec<ChafonFrame> codec() {
    return codec;
  }

  @Override
  public Map<String, Object> explain(ChafonFrame frame) {
    return ChafonWords.of(frame, family);
  }

  Family family() {
    return family;
  }

  ChafonCommands commands() {
    return commands;
  }

  @Override
  public Heard heard(ChafonFrame frame) {
    ChafonReply reply = ChafonReply.parse(frame, family);
    if (endsRound(reply)) {
      running = false;
    }
    return switch (reply) {
      case ChafonReply.Inventory inventory -> {
        sawTag |= !inventory.tags().isEmpty();
        yield inventory.tags().isEmpty()
            ? new Heard.NoTag()
            : new Heard.Tags(inventory.tags().stream().map(ChafonDialect::seen).toList());
      }
      case ChafonReply.Active active -> new Heard.Tags(List.of(seen(active.tag())));
      case ChafonReply.Statistics statistics -> new Heard.RoundDone();
      case ChafonReply.Heartbeat heartbeat -> new Heard.Alive();
      case ChafonReply.Garbled garbled -> new Heard.Garbled(garbled.why());
      case ChafonReply.Refused refused -> {
        // An inventory has nothing else that a reader could dislike.
        smart &=
            refused.code() != ChafonCommands.INVENTORY
                || refused.status() != ChafonStatus.PARAMETER_ERROR;
        yield new Heard.Refused(refused.status(), refused.meaning(), refused.concern());
      }
      case ChafonReply.Info info -> new Heard.Answer();
      case ChafonReply.Done done -> new Heard.Answer();
    };
  }

  /** A refusal of anything ends what ran: there is never more than one command in flight. */
  private static boolean endsRound(ChafonReply reply) {
    return switch (reply) {
      case ChafonReply.Inventory inventory -> inventory.isLast();
      case ChafonReply.Refused refused -> true;
      default -> false;
    };
  }

  private static TagSeen seen(ChafonReply.Tag tag) {
    return new TagSeen(
        tag.antenna(),
        OptionalInt.empty(),
        tag.epcHex(),
        tag.rssi(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        tag.tidHex());
  }

  @Override
  public ReaderCapabilities begin(Conversation<ChafonFrame> with)
      throws IOException, InterruptedException {
    commands = new ChafonCommands(with.settings().address().orElse(ChafonFrame.PUBLIC));
    running = false;
    ChafonReply.Info info = askWho(with);
    ChafonModel model = info.model().orElseThrow(() -> unknown(info.type()));
    family = model.family();
    quieten(with);
    configure(with, info, model);
    return capabilities(with, info, model);
  }

  private static IOException unknown(int type) {
    return new DeviceFailure(
        TroubleKind.STRANGE_ANSWER,
        "a reader of type %02X, which this driver does not know".formatted(type));
  }

  /** One in active mode may hear nothing but the order to be quiet. */
  private ChafonReply.Info askWho(Conversation<ChafonFrame> with)
      throws IOException, InterruptedException {
    Answered<ChafonFrame> first = with.ask(commands.info(), ChafonDialect::isInfo, ANSWER);
    ChafonFrame answer;
    if (first instanceof Answered.With<ChafonFrame>(ChafonFrame got)) {
      answer = got;
    } else {
      with.ask(commands.answerMode288(), done(ChafonCommands.WORK_MODE_288), ANSWER);
      with.ask(commands.answerMode18(), done(ChafonCommands.WORK_MODE_18), ANSWER);
      answer = with.require(commands.info(), ChafonDialect::isInfo, FIRST_ANSWER);
    }
    if (ChafonReply.parse(answer, family) instanceof ChafonReply.Info info) {
      return info;
    }
    throw new DeviceFailure(TroubleKind.NO_ANSWER, "the reader does not say what it is");
  }

  private void quieten(Conversation<ChafonFrame> with) throws IOException, InterruptedException {
    switch (family) {
      case OF_18 -> with.ask(commands.answerMode18(), done(ChafonCommands.WORK_MODE_18), ANSWER);
      case OF_288 -> with.ask(commands.answerMode288(), done(ChafonCommands.WORK_MODE_288), ANSWER);
    }
  }

  /** The reader keeps its settings over a power cut; what is right already is not written again. */
  private void configure(Conversation<ChafonFrame> with, ChafonReply.Info info, ChafonModel model)
      throws IOException, InterruptedException {
    for (int antenna : with.settings().antennas()) {
      if (antenna < 1 || antenna > model.antennas()) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING,
            "antenna %d is set, but a %s has at most %d"
                .formatted(antenna, model.label(), model.antennas()));
      }
    }
    if (with.settings().region().isPresent()) {
      var wanted = with.settings().region().get();
      ChafonBand band =
          ChafonBand.of(wanted)
              .orElseThrow(
                  () -> new DeviceFailure(TroubleKind.BAD_SETTING, "the reader has no " + wanted));
      if (info.highByte() != band.highByte() || info.lowByte() != band.lowByte()) {
        with.require(commands.setBand(band), done(ChafonCommands.SET_BAND), ANSWER);
      }
    }
    OptionalInt power = power(with);
    if (power.isPresent() && power.getAsInt() != info.powerDbm()) {
      with.require(commands.setPower(power.getAsInt()), done(ChafonCommands.SET_POWER), ANSWER);
    }
    if (info.scanTime() != SCAN_TIME) {
      with.require(commands.setScanTime(SCAN_TIME), done(ChafonCommands.SET_SCAN_TIME), ANSWER);
    }
  }

  /** One for all antennas, in whole dBm; rounded down, never above what was asked for. */
  private static OptionalInt power(Conversation<ChafonFrame> with) throws IOException {
    List<Integer> wanted = new ArrayList<>(with.settings().antennaPowerCentiDbm().values());
    with.settings().powerCentiDbm().ifPresent(wanted::add);
    if (wanted.stream().distinct().count() > 1) {
      throw new DeviceFailure(TroubleKind.BAD_SETTING, "the reader has one power for all antennas");
    }
    return wanted.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.floorDiv(wanted.getFirst(), CENTI));
  }

  private ReaderCapabilities capabilities(
      Conversation<ChafonFrame> with, ChafonReply.Info info, ChafonModel model)
      throws IOException, InterruptedException {
    Optional<String> serial = Optional.empty();
    boolean of288 = family == Family.OF_288;
    if (of288
        && with.ask(commands.serial(), done(ChafonCommands.GET_SERIAL), ANSWER)
            instanceof Answered.With<ChafonFrame>(ChafonFrame answer)
        && answer.length() > 1) {
      serial = Optional.of(answer.hex(1, answer.length()));
    }
    return new ReaderCapabilities(
        Optional.of(model.label()),
        Optional.empty(),
        Optional.of("%d.%d".formatted(info.major(), info.minor())),
        Optional.empty(),
        serial,
        model.antennas(),
        OptionalInt.of(0),
        OptionalInt.of((of288 ? 33 : 30) * CENTI),
        Set.of(ChafonBand.values()).stream().map(ChafonBand::region).collect(Collectors.toSet()),
        false,
        false,
        false,
        of288 ? 1 : 0,
        of288 ? 2 : 0);
  }

  @Override
  public void startReading(Conversation<ChafonFrame> with) throws IOException {
    startRound(with);
  }

  @Override
  public void keepReading(Conversation<ChafonFrame> with) throws IOException, InterruptedException {
    if (!running || waited.compareTo(ROUND_AT_MOST) > 0) {
      nextTurn(with);
      startRound(with);
    }
    listenForEnd(with, LOOKS_AT_MOST);
  }

  private void startRound(Conversation<ChafonFrame> with) throws IOException {
    running = true;
    waited = Duration.ZERO;
    sawTag = false;
    with.send(round(with, session(with)));
  }

  /** The command for an inventory at the antenna whose turn it is. */
  private ChafonFrame round(Conversation<ChafonFrame> with, int session) {
    if (family == Family.OF_18) {
      return commands.inventory18();
    }
    List<Integer> antennas = with.settings().antennas();
    int antenna = antennas.isEmpty() ? 1 : antennas.get(turn % antennas.size());
    return commands.inventory288(TAGS_EXPECTED_Q, session, target, antenna, SCAN_TIME);
  }

  private int session(Conversation<ChafonFrame> with) {
    return with.settings()
        .session()
        .map(Session::code)
        .orElse(smart ? ChafonCommands.SMART_SESSION : 0);
  }

  /** In S2 and S3 tags stay silent after they were read, until they are asked the other way. */
  private void nextTurn(Conversation<ChafonFrame> with) {
    turn = turn == Integer.MAX_VALUE ? 0 : turn + 1;
    int session = session(with);
    target = !sawTag && (session == 2 || session == 3) ? 1 - target : target;
  }

  private void listenForEnd(Conversation<ChafonFrame> with, Duration atMost)
      throws IOException, InterruptedException {
    Duration listened = Duration.ZERO;
    while (running && listened.compareTo(atMost) < 0) {
      with.listen(LOOK);
      listened = listened.plus(LOOK);
    }
    waited = waited.plus(listened);
  }

  @Override
  public void stopReading(Conversation<ChafonFrame> with) throws IOException, InterruptedException {
    listenForEnd(with, ROUND_AT_MOST.minus(waited));
    running = false;
  }

  /** Even an empty round is answered. */
  @Override
  public Duration patience() {
    return ROUND_AT_MOST.multipliedBy(2);
  }

  @Override
  public void prove(Conversation<ChafonFrame> with) throws IOException, InterruptedException {
    running = false;
    with.require(commands.info(), ChafonDialect::isInfo, PROOF);
    startRound(with);
  }

  @Override
  public List<TagSeen> inventory(Conversation<ChafonFrame> with, Duration atMost)
      throws IOException, InterruptedException {
    List<TagSeen> seen = new ArrayList<>();
    long start = System.nanoTime();
    int rounds = Math.max(1, with.settings().antennas().size());
    do {
      for (int i = 0; i < rounds; i++) {
        nextTurn(with);
        sawTag = false;
        seen.addAll(with.collect(round(with, ALL_ANSWER), this::isEnd, ROUND_AT_MOST));
      }
    } while (System.nanoTime() - start + ROUND_AT_MOST.toNanos() * rounds <= atMost.toNanos());
    return seen;
  }

  private boolean isEnd(ChafonFrame frame) {
    return endsRound(ChafonReply.parse(frame, family));
  }

  @Override
  public AccessAnswer access(
      Conversation<ChafonFrame> with, TagCommand command, OptionalInt antenna)
      throws IOException, InterruptedException {
    return new ChafonAccess(this, with).work(command);
  }

  @Override
  public AccessAnswer gpio(Conversation<ChafonFrame> with, GpioCommand command)
      throws IOException, InterruptedException {
    return family == Family.OF_18
        ? new AccessAnswer.NotSupported("a UHFReader18 has no lines")
        : new ChafonAccess(this, with).gpio(command);
  }

  static boolean isInfo(ChafonFrame frame) {
    return ChafonReply.parse(frame, Family.OF_288) instanceof ChafonReply.Info;
  }

  /** A good answer to this command. */
  static Predicate<ChafonFrame> done(int code) {
    return frame ->
        frame.code() == code && ChafonReply.parse(frame, Family.OF_288) instanceof ChafonReply.Done;
  }
}
