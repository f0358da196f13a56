package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.link.ProbeResult;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.ReaderInfo;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A reader or head of any make. */
public final class RunningReader implements RunningDevice {
  private static final Set<String> WHO_IT_IS =
      Set.of("model", "hardware", "software", "maker", "serial");
  private static final Duration LOOKS_BACK = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final SiteDevice entry;
  private final DeviceKind kind;
  private final RfidReader reader;
  private final TelegramLog telegrams;
  private final Supplier<List<LineUnit>> units;
  private final Runnable afterwards;
  private final Optional<UhfReader> uhf;
  private final LastReads last = new LastReads();
  private volatile boolean lent;

  /**
   * @param units what it talks to on a Modbus line
   * @param afterwards what else ends with the reader
   */
  public RunningReader(
      SiteDevice entry,
      DeviceKind kind,
      RfidReader reader,
      TelegramLog telegrams,
      Consumer<TagRead> receiver,
      Supplier<List<LineUnit>> units,
      Runnable afterwards) {
    this.entry = entry;
    this.kind = kind;
    this.reader = reader;
    this.telegrams = telegrams;
    this.units = units;
    this.afterwards = afterwards;
    this.uhf = reader instanceof UhfReader known ? Optional.of(known) : Optional.empty();
    reader.onRead(
        read -> {
          if (stranger().isEmpty()) {
            last.add(read);
            receiver.accept(read);
          }
        });
  }

  @Override
  public SiteDevice entry() {
    return entry;
  }

  @Override
  public DeviceKind kind() {
    return kind;
  }

  @Override
  public List<LineUnit> units() {
    return units.get();
  }

  @Override
  public void open() {
    reader.open();
  }

  @Override
  public DeviceHealth health() {
    DeviceHealth health = reader.health();
    Optional<DeviceTrouble> stranger = stranger();
    if (health.link() != LinkState.UP || stranger.isEmpty()) {
      return health;
    }
    return new DeviceHealth(
        health.device(),
        Ne107.FAILURE,
        health.link(),
        health.lastExchange(),
        health.exchanges(),
        health.errors(),
        health.noiseBytes(),
        stranger,
        health.rates());
  }

  /** What is said of a reader that is not the one the site expects; its reads are not taken. */
  private Optional<DeviceTrouble> stranger() {
    if (!(entry instanceof SiteDevice.UhfReader written)
        || written.expectsSerial().isEmpty()
        || uhf.isEmpty()
        || uhf.get().capabilities().isEmpty()) {
      return Optional.empty();
    }
    String found = uhf.get().capabilities().get().serial().orElse("none");
    return found.equalsIgnoreCase(written.expectsSerial().get())
        ? Optional.empty()
        : Optional.of(
            new DeviceTrouble(
                TroubleKind.WRONG_DEVICE,
                Map.of("found", found, "expected", written.expectsSerial().get()),
                "another reader answers: serial number %s, expected %s"
                    .formatted(found, written.expectsSerial().get())));
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    return DeviceDetails.Special.ofReads(
        last.newestFirst().stream().map(RunningReader::read).toList(), said());
  }

  /** From now on it works for one who has borrowed it. */
  public void lend() {
    lent = true;
  }

  public boolean isLent() {
    return lent;
  }

  public WritingReader writing(Instant now) {
    return new WritingReader(
        name(),
        entry.driver(),
        entry.antennas().keySet().stream().toList(),
        entry.readPoints(),
        health().link() == LinkState.UP && health().signal() != Ne107.FAILURE,
        lent,
        last.newestFirst().stream()
            .filter(read -> Duration.between(read.at(), now).compareTo(LOOKS_BACK) < 0)
            .map(RunningReader::heard)
            .toList());
  }

  private static WritingReader.Heard heard(TagRead read) {
    return new WritingReader.Heard(read.epcHex(), read.antenna(), read.rssiDbm());
  }

  /** The tags before it, for work on their memory; empty when it can only read. */
  public Optional<TagField> field() {
    return uhf.map(TagField.class::cast);
  }

  private Map<String, Object> said() {
    if (uhf.isPresent()) {
      return UhfWords.said(uhf.get());
    }
    ReaderInfo info = reader.info();
    Map<String, Object> said = new LinkedHashMap<>();
    info.hardware().ifPresent(text -> said.put("hardware", text));
    info.software().ifPresent(text -> said.put("software", text));
    info.maker().ifPresent(text -> said.put("maker", text));
    return said;
  }

  private static DeviceDetails.LastRead read(TagRead read) {
    return new DeviceDetails.LastRead(
        read.epcHex(),
        read.antenna(),
        read.rssiDbm().isPresent() ? read.rssiDbm().getAsDouble() : null,
        read.at());
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  @Override
  public ProbeResult probe() {
    return reader.probe();
  }

  /** What it says that it is; a reader of which more can be asked also how many tags it hears. */
  @Override
  public Map<String, Object> found() {
    Map<String, Object> found = new LinkedHashMap<>(said());
    found.keySet().retainAll(WHO_IT_IS);
    if (uhf.isPresent() && uhf.get().inventory(LOOK) instanceof Inventory.Seen seen) {
      found.put("tags", seen.tags().stream().map(TagSeen::epcHex).distinct().count());
    }
    return found;
  }

  @Override
  public void close() {
    reader.close();
    afterwards.run();
  }
}
