package dev.aisle.device.rfid.bb;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.rfid.ReaderInfo;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.bb.BbFrameCodec.Decoded;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A BB..7E reader that reads without pause. A module answers every round, be it with "no tag"; when
 * it is silent for two seconds it is asked who it is, and started again or given up.
 */
public final class BbReader implements RfidReader {
  private static final Logger LOG = LoggerFactory.getLogger(BbReader.class);
  private static final int ROUNDS = 65_535;
  private static final int ONLY_ANTENNA = 1;
  private static final int TRIES = 3;
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration STOP_ANSWER = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofSeconds(2);

  /** A frame at 9600 baud takes 30 ms; a pause this long means that its rest does not come. */
  private static final Duration STALE = Duration.ofMillis(150);

  private final String name;
  private final ByteLink link;
  private final BbSettings settings;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<TagRead>> receivers = new CopyOnWriteArrayList<>();
  private final Map<BbCommands.Info, String> said = new EnumMap<>(BbCommands.Info.class);
  private final ByteBuffer buffer = ByteBuffer.allocate(2048);
  private volatile ReaderInfo info;
  private long lastByteNanos;

  public BbReader(String name, ByteLink link, BbSettings settings, Clock clock) {
    this(name, link, settings, clock, BackOff.standard(name.hashCode()));
  }

  public BbReader(String name, ByteLink link, BbSettings settings, Clock clock, BackOff backOff) {
    this.name = name;
    this.link = link;
    this.settings = settings;
    this.clock = clock;
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, backOff);
    this.info = infoOf(said);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onRead(Consumer<TagRead> receiver) {
    receivers.add(receiver);
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
    return info;
  }

  @Override
  public void close() {
    line.close();
  }

  private ReaderInfo infoOf(Map<BbCommands.Info, String> parts) {
    return new ReaderInfo(
        "rfid-bb",
        link.address(),
        Optional.ofNullable(parts.get(BbCommands.Info.HARDWARE)),
        Optional.ofNullable(parts.get(BbCommands.Info.SOFTWARE)),
        Optional.ofNullable(parts.get(BbCommands.Info.MAKER)));
  }

  private final class Work implements DeviceWork {
    private boolean reading;

    @Override
    public void open() throws IOException, InterruptedException {
      link.open();
      buffer.clear();
      said.clear();
      lastByteNanos = System.nanoTime();
      stop();
      identify();
      configure();
      start();
    }

    @Override
    public void round() throws IOException, InterruptedException {
      pump(null);
      if (silentFor(SILENCE)) {
        stop();
        require(BbCommands.moduleInfo(BbCommands.Info.HARDWARE), isInfo(BbCommands.Info.HARDWARE));
        start();
      }
    }

    @Override
    public void close() {
      if (reading) {
        reading = false;
        try {
          link.write(BbCommands.stop().encode());
        } catch (IOException e) {
          LOG.debug("{} could not be told to stop: {}", name, e.getMessage());
        }
      }
      link.close();
    }

    /** The module may still be reading from before; silence here is no failure yet. */
    private void stop() throws IOException, InterruptedException {
      for (int i = 0; i < TRIES; i++) {
        if (ask(BbCommands.stop(), new BbReply.Done(BbCommands.STOP)::equals, STOP_ANSWER)
            .isPresent()) {
          break;
        }
      }
      reading = false;
    }

    private void start() throws IOException {
      link.write(BbCommands.multiInventory(ROUNDS).encode());
      reading = true;
      lastByteNanos = System.nanoTime();
    }

    private void identify() throws IOException, InterruptedException {
      require(BbCommands.moduleInfo(BbCommands.Info.HARDWARE), isInfo(BbCommands.Info.HARDWARE));
      for (BbCommands.Info part : List.of(BbCommands.Info.SOFTWARE, BbCommands.Info.MAKER)) {
        if (ask(BbCommands.moduleInfo(part), isInfo(part), ANSWER).isEmpty()) {
          LOG.debug("{} does not say its {}", name, part);
        }
      }
      info = infoOf(said);
    }

    private void configure() throws IOException, InterruptedException {
      if (settings.region().isPresent()) {
        require(
            BbCommands.setRegion(settings.region().get()),
            new BbReply.Done(BbCommands.SET_REGION)::equals);
      }
      if (settings.powerCentiDbm().isPresent()) {
        require(
            BbCommands.setPower(settings.powerCentiDbm().getAsInt()),
            new BbReply.Done(BbCommands.SET_POWER)::equals);
      }
    }

    private void require(BbFrame command, Predicate<BbReply> wanted)
        throws IOException, InterruptedException {
      for (int i = 0; i < TRIES; i++) {
        Optional<BbReply> answer = ask(command, wanted, ANSWER);
        if (answer.isPresent() && answer.get() instanceof BbReply.Refused refused) {
          throw new IOException(
              "%s refused command %02X: %s"
                  .formatted(link.address(), command.command(), refused.meaning()));
        }
        if (answer.isPresent()) {
          return;
        }
      }
      throw new IOException(
          "no reader answers at %s (command %02X)".formatted(link.address(), command.command()));
    }

    /** The wanted answer or a refusal; tags seen meanwhile are reads like any other. */
    private Optional<BbReply> ask(BbFrame command, Predicate<BbReply> wanted, Duration wait)
        throws IOException, InterruptedException {
      link.write(command.encode());
      long start = System.nanoTime();
      Answer answer = new Answer(wanted);
      while (answer.got == null && System.nanoTime() - start < wait.toNanos()) {
        pump(answer);
      }
      if (answer.got == null) {
        health.error();
      }
      return Optional.ofNullable(answer.got);
    }

    private void pump(@Nullable Answer awaited) throws IOException, InterruptedException {
      int count = link.read(buffer);
      if (count > 0) {
        lastByteNanos = System.nanoTime();
      }
      buffer.flip();
      List<Decoded> decoded =
          count == 0 && buffer.hasRemaining() && silentFor(STALE)
              ? BbFrameCodec.giveUp(buffer)
              : BbFrameCodec.decode(buffer);
      buffer.compact();
      for (Decoded one : decoded) {
        switch (one) {
          case Decoded.Frame frame -> take(BbReply.parse(frame.frame()), awaited);
          case Decoded.Noise noise -> health.noise(1);
        }
      }
    }

    private void take(BbReply reply, @Nullable Answer awaited) {
      switch (reply) {
        case BbReply.TagSeen tag -> seen(tag);
        case BbReply.NoTag noTag -> health.checked();
        case BbReply.Garbled garbled -> {
          health.error();
          LOG.debug("{}: {} ({})", name, garbled.why(), garbled.frame());
          return;
        }
        case BbReply.ModuleInfo part -> said.put(part.part(), part.text());
        case BbReply.Refused refused -> refused(refused, awaited);
        default -> {
          // An answer to a command; whoever waits for it takes it below.
        }
      }
      health.exchanged();
      if (awaited != null && awaited.got == null && awaited.wanted.test(reply)) {
        awaited.got = reply;
      }
    }

    /** Errors do not name their command: one that is waited for takes it, else reading has it. */
    private void refused(BbReply.Refused refused, @Nullable Answer awaited) {
      if (awaited != null && awaited.got == null && !reading) {
        awaited.got = refused;
        return;
      }
      health.error();
      health.check(refused.meaning());
    }

    private void seen(BbReply.TagSeen tag) {
      health.checked();
      TagRead read =
          new TagRead(
              name,
              ONLY_ANTENNA,
              tag.epcHex(),
              OptionalInt.of(tag.rssiDbm()),
              OptionalDouble.of(tag.rssiDbm()),
              clock.instant());
      receivers.forEach(receiver -> receiver.accept(read));
    }

    private boolean silentFor(Duration length) {
      return System.nanoTime() - lastByteNanos > length.toNanos();
    }

    private Predicate<BbReply> isInfo(BbCommands.Info part) {
      return reply -> reply instanceof BbReply.ModuleInfo told && told.part() == part;
    }
  }

  /** A place for the one answer that is waited for. */
  private static final class Answer {
    private final Predicate<BbReply> wanted;
    private @Nullable BbReply got;

    Answer(Predicate<BbReply> wanted) {
      this.wanted = wanted;
    }
  }
}
