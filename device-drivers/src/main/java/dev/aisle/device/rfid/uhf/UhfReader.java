package dev.aisle.device.rfid.uhf;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.ProbeResult;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.ReaderInfo;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UHF reader of any make, on a serial port or a TCP socket: what is special about the make is in
 * its {@link UhfDialect}. Reads continuously; for work on tags, lines and itself it pauses reading
 * for as long as that takes. When nothing has come for the patience of the make the reader is asked
 * whether it lives, and started again or given up.
 *
 * <p>All methods may be called from any thread. Those that ask something wait for the answer, at
 * most about ten seconds, and never throw for what a reader does; they must not be called from a
 * receiver of reads.
 */
public final class UhfReader implements RfidReader, TagField {
  private static final Logger LOG = LoggerFactory.getLogger(UhfReader.class);
  private static final Duration ACCESS = Duration.ofSeconds(5);
  private static final Duration AROUND = Duration.ofSeconds(2);

  private final String name;
  private final ByteLink link;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine line;
  private final Talker<?> talker;
  private final String driver;
  private final List<Consumer<TagRead>> receivers = new CopyOnWriteArrayList<>();
  private volatile @Nullable ReaderCapabilities said;
  private volatile @Nullable String expected;

  public <F> UhfReader(
      String name, ByteLink link, UhfDialect<F> dialect, UhfSettings settings, Clock clock) {
    this(name, link, dialect, settings, clock, BackOff.quick(name.hashCode()));
  }

  public <F> UhfReader(
      String name,
      ByteLink link,
      UhfDialect<F> dialect,
      UhfSettings settings,
      Clock clock,
      BackOff backOff) {
    this.name = name;
    this.link = link;
    this.clock = clock;
    this.driver = dialect.driver();
    this.health = new HealthMeter(name, clock);
    Telegrams<F> telegrams = new Telegrams<>(dialect, clock);
    UhfTalk<F> talk = new UhfTalk<>(name, link, dialect, settings, health, telegrams, this::seen);
    UhfJobs<F> jobs = new UhfJobs<>();
    this.talker = new Talker<>(dialect, jobs, telegrams);
    this.line =
        new DeviceLine(
            name,
            new UhfWork<>(link, dialect, talk, jobs, this::met, this::ending),
            health,
            backOff);
  }

  /** What belongs together by the frame type of the make. */
  private record Talker<F>(UhfDialect<F> dialect, UhfJobs<F> jobs, Telegrams<F> telegrams) {
    Inventory inventory(Duration length) {
      return jobs.run(
          with -> new Inventory.Seen(dialect.inventory(with, length)),
          length.plus(AROUND),
          Inventory.NotDone::new,
          Inventory.NotDone::new);
    }

    AccessAnswer access(TagCommand command, OptionalInt antenna) {
      return answer(with -> dialect.access(with, command, antenna));
    }

    AccessAnswer gpio(GpioCommand command) {
      return answer(with -> dialect.gpio(with, command));
    }

    /** Empty when the reader answered, else why not. */
    Optional<String> prove() {
      return jobs.run(
          with -> {
            dialect.prove(with);
            dialect.stopReading(with);
            return Optional.empty();
          },
          AROUND,
          Optional::of,
          Optional::of);
    }

    private AccessAnswer answer(UhfJobs.Step<F, AccessAnswer> step) {
      return jobs.run(
          step, ACCESS, AccessAnswer.NotReady::new, broken -> new AccessAnswer.NoAnswer());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onRead(Consumer<TagRead> receiver) {
    receivers.add(receiver);
  }

  /**
   * Every frame and all noise from now on, on the reader's thread. The listener must return quickly
   * and hand over to its own queue.
   */
  public TelegramTap onTelegram(Consumer<Telegram> listener) {
    return talker.telegrams().tap(listener);
  }

  @Override
  public void open() {
    line.open();
  }

  @Override
  public DeviceHealth health() {
    return health.read();
  }

  @Override
  public ReaderInfo info() {
    Optional<ReaderCapabilities> last = capabilities();
    return new ReaderInfo(
        driver,
        link.address(),
        last.flatMap(ReaderCapabilities::hardware),
        last.flatMap(ReaderCapabilities::software),
        last.flatMap(ReaderCapabilities::maker));
  }

  /** What the reader said about itself when it last came up; empty before that. */
  public Optional<ReaderCapabilities> capabilities() {
    return Optional.ofNullable(said);
  }

  @Override
  public Inventory inventory(Duration length) {
    return talker.inventory(length);
  }

  @Override
  public AccessAnswer access(TagCommand command) {
    return talker.access(command, OptionalInt.empty());
  }

  @Override
  public AccessAnswer access(int antenna, TagCommand command) {
    return talker.access(command, OptionalInt.of(antenna));
  }

  /** Reads or sets a line of the reader itself. */
  public AccessAnswer gpio(GpioCommand command) {
    return talker.gpio(command);
  }

  /** Pauses reading and asks the reader whether it lives. */
  @Override
  public ProbeResult probe() {
    long start = System.nanoTime();
    Optional<String> why = talker.prove();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (why.isPresent()) {
      return new ProbeResult.Fails(took, health().trouble().orElse(why.get()));
    }
    return new ProbeResult.Works(took, saidItIs());
  }

  /**
   * Binds this device to one reader: any other that answers at the port is a failure, never a
   * silent replacement. To be called before {@link #open()}.
   */
  public void expectSerial(String serial) {
    expected = serial;
  }

  @Override
  public void close() {
    line.close();
  }

  private boolean ending() {
    return line.stopped();
  }

  private void met(ReaderCapabilities capabilities) throws IOException {
    Optional<String> serial = capabilities.serial();
    if (expected != null && !serial.map(expected::equals).orElse(false)) {
      throw new DeviceFailure(
          TroubleKind.WRONG_DEVICE,
          Map.of("found", serial.orElse(""), "expected", expected),
          serial
              .map(other -> "another reader answers: serial %s, not %s".formatted(other, expected))
              .orElse("the reader tells no serial number, so it is not known to be " + expected));
    }
    ReaderCapabilities before = said;
    said = capabilities;
    if (before != null && before.serial().isPresent() && !before.serial().equals(serial)) {
      LOG.warn("{}: another reader answers than before: {}", name, saidItIs());
    }
  }

  private String saidItIs() {
    return capabilities()
        .map(
            told ->
                Stream.of(told.model(), told.hardware(), told.software(), told.serial())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", ")))
        .filter(words -> !words.isEmpty())
        .orElse("it answers");
  }

  private void seen(TagSeen tag) {
    TagRead read =
        new TagRead(
            name,
            tag.antenna(),
            tag.epcHex(),
            tag.rssiRaw(),
            tag.rssiDbm(),
            tag.frequencyKhz(),
            tag.phaseDeg(),
            clock.instant());
    for (Consumer<TagRead> receiver : receivers) {
      receiver.accept(read);
    }
  }
}
