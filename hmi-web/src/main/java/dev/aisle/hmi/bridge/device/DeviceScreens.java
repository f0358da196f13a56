package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceRates;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.bridge.device.running.RunningDevice;
import dev.aisle.hmi.bridge.device.running.RunningReader;
import dev.aisle.hmi.bridge.device.running.Trouble;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceSignal;
import dev.aisle.hmi.live.device.DeviceTest;
import dev.aisle.hmi.live.device.TelegramSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Devices in the words of the screens, with the age of every value. */
public final class DeviceScreens {
  private static final int SECONDS_A_MINUTE = 60;

  private final Devices devices;
  private final Clock clock;

  public DeviceScreens(Devices devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
  }

  public List<DeviceStatus> all() {
    return devices.all().stream().map(this::status).toList();
  }

  public Optional<DeviceDetails> find(String name) {
    return devices.find(name).map(this::details);
  }

  public Optional<TelegramSource> telegrams(String name) {
    return devices.find(name).map(placed -> placed.device().telegrams());
  }

  /** Waits for the device. */
  public Optional<DeviceTest> test(String name) {
    Optional<Devices.Placed> placed = devices.find(name);
    if (placed.isEmpty()) {
      return Optional.empty();
    }
    Instant from = clock.instant();
    long start = System.nanoTime();
    DeviceTest.Outcome outcome = placed.get().device().test();
    long tookMs = (System.nanoTime() - start) / 1_000_000;
    return Optional.of(
        new DeviceTest(
            name,
            from,
            tookMs,
            outcome.verdict(),
            outcome.found(),
            outcome.trouble(),
            outcome.troubleParams(),
            outcome.detail()));
  }

  private DeviceDetails details(Devices.Placed placed) {
    RunningDevice device = placed.device();
    List<DeviceDetails.AntennaUse> uses = new ArrayList<>();
    device
        .entry()
        .antennas()
        .forEach(
            (number, antenna) ->
                uses.add(
                    new DeviceDetails.AntennaUse(
                        number,
                        antenna.readPoint().orElse(null),
                        antenna.side().name().toLowerCase(Locale.ROOT))));
    return new DeviceDetails(
        status(placed),
        uses,
        device.telegrams().told(),
        true,
        device instanceof RunningReader reader && reader.field().isPresent(),
        device.special(clock.instant()));
  }

  private DeviceStatus status(Devices.Placed placed) {
    SiteDevice entry = placed.device().entry();
    return of(
        entry.name(),
        placed.device().kind(),
        entry.driver(),
        placed.address(),
        entry.simulated(),
        placed.device().health());
  }

  /** For links that the site file does not list as devices, such as the broker. */
  public DeviceStatus link(
      String name, DeviceKind kind, String driver, String address, DeviceHealth health) {
    return of(name, kind, driver, address, false, health);
  }

  private DeviceStatus of(
      String name,
      DeviceKind kind,
      String driver,
      String address,
      boolean simulated,
      DeviceHealth health) {
    DeviceRates rates = health.rates();
    Optional<Instant> last = health.lastExchange();
    Optional<Trouble> trouble = Trouble.of(health);
    return new DeviceStatus(
        name,
        kind,
        driver,
        address,
        simulated,
        signal(health.signal()),
        link(health.link()),
        last.orElse(null),
        last.map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis())).orElse(null),
        health.exchanges(),
        health.errors(),
        health.noiseBytes(),
        perMinute(rates.exchangesPerSecond()),
        rates.errorsPerMinute(),
        perMinute(rates.noiseBytesPerSecond()),
        perMinute(rates.readsPerSecond()),
        trouble.map(Trouble::code).orElse(null),
        trouble.map(Trouble::params).orElse(java.util.Map.of()),
        trouble.map(Trouble::detail).filter(text -> !text.isEmpty()).orElse(null));
  }

  private static double perMinute(double perSecond) {
    return Math.round(perSecond * SECONDS_A_MINUTE * 10) / 10.0;
  }

  private static DeviceSignal signal(Ne107 signal) {
    return switch (signal) {
      case OK -> DeviceSignal.OK;
      case FAILURE -> DeviceSignal.FAILURE;
      case CHECK -> DeviceSignal.CHECK;
      case OUT_OF_SPEC -> DeviceSignal.OUT_OF_SPEC;
      case MAINTENANCE -> DeviceSignal.MAINTENANCE;
      case UNKNOWN -> DeviceSignal.UNKNOWN;
    };
  }

  private static String link(LinkState link) {
    return switch (link) {
      case UP -> "connected";
      case CONNECTING -> "connecting";
      case DOWN -> "down";
    };
  }
}
