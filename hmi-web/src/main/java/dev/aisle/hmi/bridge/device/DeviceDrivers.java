package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.uhf.TelegramTap;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.device.serial.LineSettings;
import dev.aisle.device.serial.Parity;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.print.PrintQueues;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.bridge.device.running.RunningDevice;
import dev.aisle.hmi.bridge.device.running.RunningPlc;
import dev.aisle.hmi.bridge.device.running.RunningReader;
import dev.aisle.hmi.bridge.device.running.StationListener;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the driver for an entry of the site. Opens nothing. */
final class DeviceDrivers {
  private final SharedMasters masters = new SharedMasters();
  private final DeviceListener listener;
  private final StationDrivers stations;
  private final Clock clock;

  DeviceDrivers(
      DeviceListener listener, StationListener atStations, PrintQueues queues, Clock clock) {
    this.listener = listener;
    this.stations = new StationDrivers(masters, atStations, queues, clock);
    this.clock = clock;
  }

  /**
   * @param address where the device is now: its own address, or that of its simulation
   */
  public RunningDevice make(SiteDevice entry, String address) {
    return switch (entry) {
      case SiteDevice.UhfReader reader -> uhf(reader, reader, address, listener::read);
      case SiteDevice.TagHead head -> head(head, address);
      case SiteDevice.Plc plc -> plc(plc, address);
      case StationDevice device -> stations.make(device, address);
    };
  }

  /** The same reader for work at one antenna; what it reads meanwhile feeds no read point. */
  RunningReader makeLent(SiteDevice.UhfReader entry, int antenna, String address) {
    RunningReader lent = uhf(entry, entry.onlyAntenna(antenna), address, read -> {});
    lent.lend();
    return lent;
  }

  /**
   * @param entry what the site says of it
   * @param driven how it is set now
   */
  private RunningReader uhf(
      SiteDevice.UhfReader entry,
      SiteDevice.UhfReader driven,
      String address,
      Consumer<TagRead> receiver) {
    UhfDialect<?> make = UhfMakes.ofDriver(entry.driver()).orElseThrow();
    UhfReader reader =
        new UhfReader(
            entry.name(),
            ByteLink.to(address, entry.baud().orElse(make.usualBaud())),
            make,
            UhfSettingsWords.of(driven),
            clock);
    entry.expectsSerial().ifPresent(reader::expectSerial);
    TelegramLog telegrams = new TelegramLog();
    TelegramTap tap =
        reader.onTelegram(
            told -> telegrams.add(told.at(), told.sent(), told.hex(), told.meaning()));
    return new RunningReader(
        entry, DeviceKind.RFID_READER, reader, telegrams, receiver, List::of, tap::close);
  }

  private RunningDevice head(SiteDevice.TagHead entry, String address) {
    ModbusSettings line = line(entry.wire(), address, entry.simulated());
    Map<Integer, RfidReader> heads = new LinkedHashMap<>();
    for (int number : entry.heads().keySet()) {
      heads.put(
          number,
          new ModbusTagHead(
              entry.name(),
              masters.lend(line),
              new ModbusTagHead.Place(entry.wire().unit(), entry.channels() ? number : 0),
              entry.profile(),
              clock));
    }
    HeadGroup group = new HeadGroup(entry.name(), heads);
    TelegramLog telegrams = new TelegramLog();
    ModbusMaster.Tap tap = tap(masters.lend(line), entry.wire().unit(), telegrams);
    return new RunningReader(
        entry,
        DeviceKind.TAG_HEAD,
        group,
        telegrams,
        listener::read,
        () -> unitsOf(entry, group, SharedMasters.lineOf(line)),
        () -> {
          tap.close();
          masters.giveBack(line);
          heads.keySet().forEach(number -> masters.giveBack(line));
        });
  }

  private ModbusMaster.Tap tap(ModbusMaster line, int unit, TelegramLog into) {
    return line.onTelegram(
        unit, told -> into.add(clock.instant(), told.sent(), told::hex, told::meaning));
  }

  private static List<LineUnit> unitsOf(SiteDevice.TagHead entry, HeadGroup group, String line) {
    Map<Integer, DeviceHealth> heads = group.heads();
    return heads.entrySet().stream()
        .map(
            head ->
                new LineUnit(
                    heads.size() == 1 ? entry.name() : entry.name() + "/" + head.getKey(),
                    entry.name(),
                    DeviceKind.TAG_HEAD,
                    line,
                    head.getValue()))
        .toList();
  }

  private RunningDevice plc(SiteDevice.Plc entry, String address) {
    ModbusSettings line = line(entry.wire(), address, entry.simulated());
    ModbusMaster master = masters.lend(line);
    PlcStation station = new PlcStation(entry.name(), master, entry.plan(), clock);
    TelegramLog telegrams = new TelegramLog();
    ModbusMaster.Tap tap = tap(master, entry.plan().wiring().settings().unit(), telegrams);
    station.points().onChange(listener::pointChanged);
    return new RunningPlc(
        entry,
        station,
        telegrams,
        clock,
        SharedMasters.lineOf(line),
        () -> {
          tap.close();
          masters.giveBack(line);
        });
  }

  /** The simulator plays every Modbus line over TCP. */
  public static ModbusSettings line(SiteDevice.ModbusWire wire, String address, boolean simulated) {
    return new ModbusSettings(
        simulated ? ModbusSettings.Mode.TCP : ModbusSettings.Mode.valueOf(wire.mode().name()),
        address,
        new LineSettings(
            wire.baud(), Parity.valueOf(wire.parity().toUpperCase(Locale.ROOT)), wire.stopBits()),
        ModbusSettings.USUAL_TIMEOUT);
  }
}
