package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
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
import java.util.function.Predicate;

/**
 * How ThingMagic modules want to be spoken to: set up in a fixed order after each start, then one
 * command starts a stream of tags in which a keep-alive comes every second.
 */
public final class TmDialect implements UhfDialect<TmFrame> {
  public static final String DRIVER = "rfid-thingmagic";
  private static final int BAUD = 115_200;
  private static final Duration DRAIN = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration PROOF = Duration.ofMillis(200);
  private static final Duration STOPPED = Duration.ofMillis(400);
  private static final Duration STARTED = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration ROUND = Duration.ofMillis(500);
  private static final Duration AFTER_ROUND = Duration.ofMillis(500);
  private static final int TRIES = 3;
  private static final int MOST_BUFFER_FRAMES = 1000;

  /** Two keep-alives have not come; the question that follows is over before the third second. */
  private static final Duration PATIENCE = Duration.ofMillis(1700);

  private final TmFrameCodec codec = TmFrameCodec.ofResponses();
  private List<Integer> antennas = List.of(1);
  private boolean streaming;

  @Override
  public String driver() {
    return DRIVER;
  }

  @Override
  public int usualBaud() {
    return BAUD;
  }

  @Override
  public FrameCodec<TmFrame> codec() {
    return codec;
  }

  @Override
  public Map<String, Object> explain(TmFrame frame) {
    return TmExplanation.of(frame);
  }

  @Override
  public Heard heard(TmFrame frame) {
    return switch (TmReply.parse(frame)) {
      case TmReply.Tags(var tags) -> new Heard.Tags(tags.stream().map(TmDialect::seen).toList());
      case TmReply.NoTag none ->
          streaming && frame.opcode() == TmCommands.READ_MULTIPLE
              ? new Heard.Alive()
              : new Heard.NoTag();
      case TmReply.Temperature hot -> new Heard.Alive();
      case TmReply.Found found -> new Heard.RoundDone();
      case TmReply.Refused refused -> TmErrors.refused(refused.status());
      case TmReply.Garbled garbled -> new Heard.Garbled(garbled.why());
      default -> new Heard.Answer();
    };
  }

  private static TagSeen seen(TmTag tag) {
    return new TagSeen(
        tag.antenna(),
        OptionalInt.of(tag.pc()),
        tag.epcHex(),
        tag.rssiDbm(),
        tag.rssiDbm().isPresent()
            ? OptionalDouble.of(tag.rssiDbm().getAsInt())
            : OptionalDouble.empty(),
        tag.frequencyKhz(),
        tag.phaseDeg().isPresent()
            ? OptionalDouble.of(tag.phaseDeg().getAsInt())
            : OptionalDouble.empty(),
        Optional.empty());
  }

  @Override
  public ReaderCapabilities begin(Conversation<TmFrame> with)
      throws IOException, InterruptedException {
    antennas = with.settings().antennas().isEmpty() ? List.of(1) : with.settings().antennas();
    with.listen(DRAIN);
    stop(with); // it may still read from before
    TmSetup setup = new TmSetup(with);
    ReaderCapabilities said = setup.identify(antennas);
    setup.configure(antennas, said);
    return said;
  }

  @Override
  public void startReading(Conversation<TmFrame> with) throws IOException, InterruptedException {
    TmSetup setup = new TmSetup(with);
    setup.set(TmCommands.antennas(antennas));
    TmFrame start = TmCommands.startContinuous();
    switch (with.ask(start, isAnswerTo(start), STARTED)) {
      case Answered.With<TmFrame>(TmFrame frame) -> TmSetup.accepted(frame);
      case Answered.Refused<TmFrame>(Heard.Refused why) ->
          throw new DeviceFailure(
              TroubleKind.REFUSED, "inventory does not start: " + why.meaning());
      case Answered.Silent<TmFrame> silent ->
          throw new DeviceFailure(TroubleKind.NO_ANSWER, "inventory does not start: no answer");
    }
    streaming = true;
  }

  @Override
  public void keepReading(Conversation<TmFrame> with) throws IOException, InterruptedException {
    with.listen(LOOK);
  }

  @Override
  public void stopReading(Conversation<TmFrame> with) throws IOException, InterruptedException {
    stop(with);
  }

  /** Silence is no failure yet, and neither is a boot loader that does not know the command. */
  private void stop(Conversation<TmFrame> with) throws IOException, InterruptedException {
    TmFrame stop = TmCommands.stopContinuous();
    for (int i = 0; i < TRIES; i++) {
      if (with.ask(stop, isAnswerTo(stop), STOPPED) instanceof Answered.With<TmFrame>) {
        break;
      }
    }
    streaming = false;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public void prove(Conversation<TmFrame> with) throws IOException, InterruptedException {
    TmFrame stop = TmCommands.stopContinuous();
    if (!(with.ask(stop, isAnswerTo(stop), PROOF) instanceof Answered.With<TmFrame>)) {
      TmFrame version = TmCommands.version();
      with.require(version, isAnswerTo(version), PROOF);
    }
    streaming = false;
    startReading(with);
  }

  @Override
  public List<TagSeen> inventory(Conversation<TmFrame> with, Duration atMost)
      throws IOException, InterruptedException {
    TmSetup setup = new TmSetup(with);
    setup.set(TmCommands.antennas(antennas));
    setup.set(TmCommands.clearBuffer());
    Duration search = atMost.compareTo(ROUND) < 0 ? atMost : ROUND;
    TmFrame round = TmCommands.inventory((int) search.toMillis());
    if (!(with.ask(round, isAnswerTo(round), search.plus(AFTER_ROUND))
            instanceof Answered.With<TmFrame>(TmFrame end))
        || !(TmReply.parse(end) instanceof TmReply.Found(int left))) {
      return List.of();
    }
    List<TagSeen> seen = new ArrayList<>();
    TmFrame more = TmCommands.getBuffer();
    for (int i = 0; i < MOST_BUFFER_FRAMES && seen.size() < left; i++) {
      List<TagSeen> some = with.collect(more, isAnswerTo(more), ANSWER);
      if (some.isEmpty()) {
        break;
      }
      seen.addAll(some);
    }
    return List.copyOf(seen);
  }

  @Override
  public AccessAnswer access(Conversation<TmFrame> with, TagCommand command, OptionalInt antenna)
      throws IOException, InterruptedException {
    return new TmAccess(with)
        .access(command, antenna.isPresent() ? List.of(antenna.getAsInt()) : antennas);
  }

  @Override
  public AccessAnswer gpio(Conversation<TmFrame> with, GpioCommand command)
      throws IOException, InterruptedException {
    return new TmAccess(with).gpio(command);
  }

  static Predicate<TmFrame> isAnswerTo(TmFrame question) {
    return frame -> frame.kind() == TmFrame.Kind.RESPONSE && frame.opcode() == question.opcode();
  }
}
