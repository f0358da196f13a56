package dev.aisle.device.rfid.modbus;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.rfid.ReaderInfo;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagGone;
import dev.aisle.device.rfid.TagRead;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tag head behind a Modbus gateway, one unit of it. Reports a tag when it has come to lie before
 * the head, again every second while it stays, and when it is gone. Heads of one gateway may share
 * its connection; whoever made the connection closes it.
 */
public final class ModbusTagHead implements RfidReader {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(1);

  private final String name;
  private final ModbusMaster gateway;
  private final int unit;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<TagRead>> readReceivers = new CopyOnWriteArrayList<>();
  private final List<Consumer<TagGone>> goneReceivers = new CopyOnWriteArrayList<>();

  public ModbusTagHead(String name, ModbusMaster gateway, int unit, Clock clock) {
    this(name, gateway, unit, clock, BackOff.standard(name.hashCode()));
  }

  public ModbusTagHead(String name, ModbusMaster gateway, int unit, Clock clock, BackOff backOff) {
    this.name = name;
    this.gateway = gateway;
    this.unit = unit;
    this.clock = clock;
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, backOff);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onRead(Consumer<TagRead> receiver) {
    readReceivers.add(receiver);
  }

  /** Receives on the thread of the head. To be called before {@link #open()}. */
  public void onGone(Consumer<TagGone> receiver) {
    goneReceivers.add(receiver);
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
    return new ReaderInfo(
        "rfid-modbus",
        "%s unit %d".formatted(gateway.address(), unit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    line.close();
  }

  private final class Work implements DeviceWork {
    private final TagPresence presence = new TagPresence();
    private @Nullable Instant lastSaid;

    @Override
    public void open() throws IOException {
      poll();
    }

    @Override
    public void round() throws IOException, InterruptedException {
      Thread.sleep(POLL.toMillis());
      poll();
    }

    @Override
    public void close() {
      presence.forget();
    }

    private void poll() throws IOException {
      int[] registers = gateway.readHolding(unit, HeadPoll.FIRST_REGISTER, HeadPoll.REGISTERS);
      Optional<HeadPoll> poll = HeadPoll.of(registers);
      if (poll.isEmpty()) {
        health.error();
        health.check("the head's registers contradict themselves");
        return;
      }
      health.exchanged();
      health.checked();
      Instant now = clock.instant();
      boolean arrived = false;
      for (TagPresence.Told told : presence.look(poll.get())) {
        switch (told) {
          case TagPresence.Told.Arrived tag -> {
            arrived = true;
            say(tag.epcHex(), poll.get().rssi(), now);
          }
          case TagPresence.Told.Gone tag -> {
            TagGone gone = new TagGone(name, tag.epcHex(), now);
            goneReceivers.forEach(receiver -> receiver.accept(gone));
          }
        }
      }
      Instant before = lastSaid;
      if (!arrived
          && before != null
          && poll.get().epcHex().equals(presence.present())
          && poll.get().epcHex().isPresent()
          && !now.isBefore(before.plus(SAY_AGAIN))) {
        say(poll.get().epcHex().get(), poll.get().rssi(), now);
      }
    }

    private void say(String epcHex, int rssi, Instant now) {
      lastSaid = now;
      TagRead read =
          new TagRead(name, 1, epcHex, OptionalInt.of(rssi), OptionalDouble.of(rssi), now);
      readReceivers.forEach(receiver -> receiver.accept(read));
    }
  }
}
