package dev.aisle.device.rfid.modbus;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.rfid.Hex;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tag head or reader on a Modbus line, one unit of it or one channel of a unit, of the make its
 * profile describes. Reports a tag when it has come to lie before the head, again every second
 * while it stays, and when it is gone. Heads of one line share its connection; whoever made the
 * connection closes it.
 *
 * <p>No tag, and a tag that cannot be heard well, are no failures of the head: only a unit that
 * does not answer is down. A missing or failed head is told as {@code FAILURE}, a detuned antenna
 * as {@code MAINTENANCE}, and what does not fit the profile as {@code CHECK}.
 */
public final class ModbusTagHead implements RfidReader {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusTagHead.class);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(1);
  private static final Duration POWER_UP_LOOK = Duration.ofSeconds(2);
  private static final int BUSY_IN_A_ROW = 20;

  private final String name;
  private final HeadProfile profile;
  private final ModbusMaster line;
  private final int unit;
  private final HeadBus bus;
  private final HeadTalk talk;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine keeper;

  /** Polling and access to the tag's memory take turns. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final List<Consumer<TagRead>> readReceivers = new CopyOnWriteArrayList<>();
  private final List<Consumer<TagGone>> goneReceivers = new CopyOnWriteArrayList<>();

  /** Where a head is found on its line. */
  public record Place(int unit, int channel) {
    public Place {
      if (unit < 0 || unit > 255 || channel < 0 || channel > 32) {
        throw new IllegalArgumentException("unit %d, channel %d".formatted(unit, channel));
      }
    }

    public static Place unit(int unit) {
      return new Place(unit, 0);
    }
  }

  /** A head of the training plant. */
  public ModbusTagHead(String name, ModbusMaster line, int unit, Clock clock) {
    this(name, line, Place.unit(unit), HeadProfiles.standard(), clock);
  }

  public ModbusTagHead(
      String name, ModbusMaster line, Place place, HeadProfile profile, Clock clock) {
    this(name, line, place, profile, clock, BackOff.standard(name.hashCode()));
  }

  public ModbusTagHead(
      String name,
      ModbusMaster line,
      Place place,
      HeadProfile profile,
      Clock clock,
      BackOff backOff) {
    this.name = name;
    this.profile = profile;
    this.line = line;
    this.unit = place.unit();
    this.bus = new HeadBus(line, unit, profile.answers());
    this.talk = HeadTalk.of(profile, bus, place.channel());
    this.clock = clock;
    this.health = new HealthMeter(name, clock);
    this.keeper = new DeviceLine(name, new Work(), health, backOff);
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
    keeper.open();
  }

  @Override
  public DeviceHealth health() {
    return health.read();
  }

  @Override
  public ReaderInfo info() {
    return new ReaderInfo(
        "rfid-modbus",
        "%s, %s unit %d".formatted(profile.title(), line.address(), unit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    keeper.close();
  }

  /**
   * Reads the memory of the tag that lies before the head now.
   *
   * @param first word of 16 bits, counted from 0
   */
  public TagAccess readMemory(int first, int words) {
    return access(() -> talk.read(first, words));
  }

  /**
   * Writes the memory of the tag that lies before the head now. Sends once; without an answer it
   * reads back what stands there.
   */
  public TagAccess writeMemory(int first, int... words) {
    TagAccess written = access(() -> talk.write(first, words));
    if (written instanceof TagAccess.Unknown
        && readMemory(first, words.length) instanceof TagAccess.Done there
        && there.words().equals(IntStream.of(words).map(w -> w & 0xFFFF).boxed().toList())) {
      return new TagAccess.Done(List.of());
    }
    return written;
  }

  /** Gives the tag before the head another identity, where the reader can. */
  public TagAccess writeUid(String uidHex) {
    byte[] uid = Hex.bytes(uidHex);
    return access(() -> talk.writeUid(uid));
  }

  private interface Act {
    TagAccess run() throws ModbusFailure, InterruptedException;
  }

  private TagAccess access(Act act) {
    turn.lock();
    try {
      return act.run();
    } catch (ModbusFailure.Refused e) {
      return HeadBus.access(bus.explain(e));
    } catch (ModbusFailure e) {
      return new TagAccess.Unknown(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TagAccess.Unknown("nobody waited for the end");
    } finally {
      turn.unlock();
    }
  }

  private final class Work implements DeviceWork {
    private final TagPresence presence =
        new TagPresence(profile.polling().presentAfter(), profile.polling().absentAfter());
    private @Nullable Instant lastSaid;
    private @Nullable Instant lastPowerUpLook;
    private boolean forced;
    private int busy;

    @Override
    public void open() throws IOException, InterruptedException {
      lastPowerUpLook = null;
      forced = false;
      poll();
    }

    @Override
    public void round() throws IOException, InterruptedException {
      Thread.sleep(profile.polling().every().toMillis());
      poll();
    }

    @Override
    public void close() {
      presence.forget();
      talk.forget();
    }

    private void force() throws ModbusFailure {
      if (forced) {
        return;
      }
      for (HeadProfile.Setting setting : profile.force()) {
        if (bus.read(HeadProfile.Table.HOLDING, setting.register(), 1)[0] != setting.value()) {
          LOG.info("{}: register {} is set to {}", name, setting.register(), setting.value());
          line.writeRegister(unit, setting.register(), setting.value());
        }
      }
      forced = true;
    }

    /** A reader that was switched off has forgotten what it was told, and so do we. */
    private void noticePowerUp() throws ModbusFailure {
      Instant now = clock.instant();
      Instant before = lastPowerUpLook;
      if (profile.powerUp().isEmpty()
          || (before != null && now.isBefore(before.plus(POWER_UP_LOOK)))) {
        return;
      }
      lastPowerUpLook = now;
      int coil = profile.powerUp().getAsInt();
      if (line.readCoils(unit, coil, 1).get(0)) {
        LOG.info("{} was switched on anew", name);
        line.writeCoil(unit, coil, false);
        presence.forget();
        talk.forget();
        forced = false;
      }
    }

    private void poll() throws IOException, InterruptedException {
      Look look;
      turn.lockInterruptibly();
      try {
        noticePowerUp();
        force();
        look = talk.look();
      } catch (ModbusFailure.Refused e) {
        if (e.code() == ModbusFailure.Refused.NO_PATH || e.code() == ModbusFailure.Refused.NOBODY) {
          throw e;
        }
        look = bus.explain(e);
      } finally {
        turn.unlock();
      }
      busy = look instanceof Look.Busy ? busy + 1 : 0;
      switch (look) {
        case Look.Busy ignored -> {
          health.exchanged();
          if (busy >= BUSY_IN_A_ROW) {
            health.check(
                DeviceTrouble.of(
                    TroubleKind.BUSY, "the reader has been busy for %d polls".formatted(busy)));
          }
        }
        case Look.Wrong wrong -> {
          health.error();
          complain(wrong.meaning(), wrong.what());
        }
        case Look.NoTag none -> {
          healthy();
          tell(presence.look(Optional.empty(), none.changes()), null);
        }
        case Look.Tag tag -> {
          healthy();
          tell(presence.look(Optional.of(tag.uidHex()), tag.changes()), tag);
        }
      }
    }

    private void complain(Meaning meaning, String detail) {
      DeviceTrouble what = DeviceTrouble.of(meaning.trouble(), detail);
      switch (meaning.signal()) {
        case FAILURE -> health.failing(what);
        case MAINTENANCE -> health.maintenance(what);
        case OUT_OF_SPEC -> health.outOfSpec(what);
        default -> health.check(what);
      }
    }

    private void healthy() {
      health.exchanged();
      health.checked();
    }

    private void tell(List<TagPresence.Told> all, Look.@Nullable Tag tag) {
      Instant now = clock.instant();
      boolean arrived = false;
      for (TagPresence.Told told : all) {
        switch (told) {
          case TagPresence.Told.Arrived there -> arrived = true;
          case TagPresence.Told.Gone left -> {
            TagGone gone = new TagGone(name, left.epcHex(), now);
            goneReceivers.forEach(receiver -> receiver.accept(gone));
          }
        }
      }
      if (tag == null) {
        return;
      }
      Instant before = lastSaid;
      boolean stays = presence.present().filter(tag.uidHex()::equals).isPresent();
      boolean due = before != null && !now.isBefore(before.plus(SAY_AGAIN));
      if (arrived || (stays && due)) {
        lastSaid = now;
        TagRead read = new TagRead(name, 1, tag.uidHex(), tag.rssiRaw(), tag.rssiDbm(), now);
        readReceivers.forEach(receiver -> receiver.accept(read));
      }
    }
  }
}
