package dev.aisle.hmi.bridge;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.DeviceStatus;
import dev.aisle.hmi.live.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.DeviceStatus.DeviceSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices in the words of the screens, with the age of every value. */
final class DeviceScreens {
  private final Site site;
  private final Devices devices;
  private final Clock clock;

  DeviceScreens(Site site, Devices devices, Clock clock) {
    this.site = site;
    this.devices = devices;
    this.clock = clock;
  }

  List<DeviceStatus> all() {
    List<DeviceStatus> all = new ArrayList<>();
    for (Site.Device device : site.devices()) {
      switch (device) {
        case Site.UhfReader reader -> all.add(reader(device, DeviceKind.RFID_READER));
        case Site.TagHead head -> all.add(reader(device, DeviceKind.TAG_HEAD));
        case Site.Plc plc ->
            devices.plc(plc.name()).ifPresent(running -> all.add(controller(plc, running)));
      }
    }
    return all;
  }

  private DeviceStatus reader(Site.Device device, DeviceKind kind) {
    DeviceHealth health = devices.reader(device.name()).orElseThrow().health();
    List<DeviceStatus.LastRead> reads =
        devices.lastReads(device.name()).stream().map(DeviceScreens::read).toList();
    return status(device, kind, health, null, reads);
  }

  private static DeviceStatus.LastRead read(TagRead read) {
    return new DeviceStatus.LastRead(
        read.epcHex(),
        read.antenna(),
        read.rssiDbm().isPresent() ? read.rssiDbm().getAsDouble() : null,
        read.at());
  }

  private DeviceStatus controller(Site.Plc plc, PlcPoints running) {
    Instant now = clock.instant();
    List<DeviceStatus.PointValue> points = new ArrayList<>();
    for (String name : plc.points().keySet()) {
      PointValue value = running.value(name);
      points.add(
          new DeviceStatus.PointValue(
              name, value.value().orElse(null), Math.max(0, value.age(now).toMillis())));
    }
    return status(plc, DeviceKind.PLC, running.health(), points, null);
  }

  private DeviceStatus status(
      Site.Device device,
      DeviceKind kind,
      DeviceHealth health,
      @Nullable List<DeviceStatus.PointValue> points,
      @Nullable List<DeviceStatus.LastRead> reads) {
    return of(
        device.name(),
        kind,
        device.driver(),
        devices.address(device.name()),
        device.simulated(),
        health,
        points,
        reads);
  }

  /** Also for links that the site file does not list as devices, such as the broker. */
  DeviceStatus of(
      String name,
      DeviceKind kind,
      String driver,
      String address,
      boolean simulated,
      DeviceHealth health,
      @Nullable List<DeviceStatus.PointValue> points,
      @Nullable List<DeviceStatus.LastRead> reads) {
    Optional<Instant> last = health.lastExchange();
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
        health.trouble().orElse(null),
        points,
        reads);
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
