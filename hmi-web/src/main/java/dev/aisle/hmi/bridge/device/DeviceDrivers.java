package dev.aisle.hmi.bridge.device;

import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.uhf.TelegramTap;
import dev.aisle.device.rfid.uhf.UhfDialect;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.live.DeviceStatus.DeviceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the driver for an entry of the site. Opens nothing. */
final class DeviceDrivers {
  private static final Duration MODBUS_TIMEOUT = Duration.ofSeconds(1);

  private final SharedMasters masters = new SharedMasters(MODBUS_TIMEOUT);
  private final DeviceListener listener;
  private final Clock clock;

  DeviceDrivers(DeviceListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * @param address where the device is now: its own address, or that of its simulation
   */
  RunningDevice make(SiteDevice entry, String address) {
    return switch (entry) {
      case SiteDevice.UhfReader reader -> uhf(reader, address);
      case SiteDevice.TagHead head -> head(head, address);
      case SiteDevice.Plc plc -> plc(plc, address);
    };
  }

  private RunningDevice uhf(SiteDevice.UhfReader entry, String address) {
    UhfDialect<?> make = UhfMakes.ofDriver(entry.driver()).orElseThrow();
    UhfReader reader =
        new UhfReader(
            entry.name(),
            ByteLink.to(address, entry.baud().orElse(make.usualBaud())),
            make,
            UhfSettingsWords.of(entry),
            clock);
    entry.expectsSerial().ifPresent(reader::expectSerial);
    TelegramLog telegrams = new TelegramLog(true);
    TelegramTap tap =
        reader.onTelegram(
            told -> telegrams.add(told.at(), told.sent(), told.hex(), told.meaning()));
    return new RunningReader(
        entry, DeviceKind.RFID_READER, reader, telegrams, listener::read, tap::close);
  }

  private RunningDevice head(SiteDevice.TagHead entry, String address) {
    ModbusTcpMaster master = masters.lend(address);
    return new RunningReader(
        entry,
        DeviceKind.TAG_HEAD,
        new ModbusTagHead(entry.name(), master, entry.wire().unit(), clock),
        new TelegramLog(false),
        listener::read,
        () -> masters.giveBack(address));
  }

  private RunningDevice plc(SiteDevice.Plc entry, String address) {
    Map<String, Point> points = new LinkedHashMap<>();
    entry.points().forEach((name, written) -> points.put(name, Point.parse(written)));
    PlcSettings settings =
        new PlcSettings(
            entry.wire().unit(), PlcSettings.STANDARD.poll(), PlcSettings.STANDARD.debouncePolls());
    PlcPoints controller =
        new PlcPoints(
            entry.name(), ModbusTcpMaster.at(address, MODBUS_TIMEOUT), points, settings, clock);
    controller.onChange(listener::pointChanged);
    return new RunningPlc(entry, controller, clock);
  }
}
