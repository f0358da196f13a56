package dev.aisle.hmi.bridge.device;

import dev.aisle.device.barcode.BarcodeScanner;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.printer.LabelPrinter;
import dev.aisle.device.scale.ModbusScale;
import dev.aisle.device.scale.ScalePlan;
import dev.aisle.device.scale.SerialScale;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.print.PrintQueue;
import dev.aisle.hmi.bridge.device.print.PrintQueues;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.bridge.device.running.RunningDevice;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.device.running.RunningScale;
import dev.aisle.hmi.bridge.device.running.RunningScanner;
import dev.aisle.hmi.bridge.device.running.StationListener;
import dev.aisle.hmi.bridge.device.telegram.TappedLink;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Clock;
import java.util.List;

/** Makes the drivers of what stands at stations. Opens nothing but the folder of a print queue. */
final class StationDrivers {
  private final SharedMasters masters;
  private final StationListener listener;
  private final PrintQueues queues;
  private final Clock clock;

  StationDrivers(SharedMasters masters, StationListener listener, PrintQueues queues, Clock clock) {
    this.masters = masters;
    this.listener = listener;
    this.queues = queues;
    this.clock = clock;
  }

  public RunningDevice make(StationDevice entry, String address) {
    return switch (entry) {
      case StationDevice.SerialScale scale -> serial(scale, address);
      case StationDevice.ModbusScale scale -> modbus(scale, address);
      case StationDevice.Scanner scanner -> scanner(scanner, address);
      case StationDevice.Printer printer -> printer(printer, address);
    };
  }

  private RunningDevice serial(StationDevice.SerialScale entry, String address) {
    TelegramLog telegrams = new TelegramLog();
    ScalePlan.Serial plan = entry.plan();
    return new RunningScale(
        entry,
        new SerialScale(
            entry.name(),
            new TappedLink(ByteLink.to(address, entry.baud()), telegrams, clock),
            plan.format(),
            plan.staleAfter(),
            clock),
        telegrams,
        List::of,
        () -> {});
  }

  private RunningDevice modbus(StationDevice.ModbusScale entry, String address) {
    ModbusSettings line = DeviceDrivers.line(entry.wire(), address, entry.simulated());
    ScalePlan.Modbus plan = entry.plan();
    int unit = entry.simulated() ? 1 : plan.unit();
    ModbusMaster master = masters.lend(line);
    ModbusScale scale =
        new ModbusScale(entry.name(), master, plan.registers(), unit, plan.staleAfter(), clock);
    TelegramLog telegrams = new TelegramLog();
    ModbusMaster.Tap tap =
        master.onTelegram(
            unit, told -> telegrams.add(clock.instant(), told.sent(), told::hex, told::meaning));
    return new RunningScale(
        entry,
        scale,
        telegrams,
        () ->
            List.of(
                new LineUnit(
                    entry.name(),
                    entry.name(),
                    DeviceKind.SCALE,
                    SharedMasters.lineOf(line),
                    scale.health())),
        () -> {
          tap.close();
          masters.giveBack(line);
        });
  }

  private RunningDevice scanner(StationDevice.Scanner entry, String address) {
    TelegramLog telegrams = new TelegramLog();
    BarcodeScanner scanner =
        new BarcodeScanner(
            entry.name(),
            new TappedLink(ByteLink.to(address, entry.baud()), telegrams, clock),
            entry.settings(),
            clock);
    return new RunningScanner(entry, scanner, telegrams, listener);
  }

  private RunningDevice printer(StationDevice.Printer entry, String address) {
    TelegramLog telegrams = new TelegramLog();
    PrintQueue queue = queues.of(entry.name(), entry.queue());
    LabelPrinter printer =
        new LabelPrinter(
            entry.name(),
            new TappedLink(ByteLink.to(address, entry.baud()), telegrams, clock),
            queue.spool(),
            clock);
    return new RunningPrinter(entry, printer, queue, telegrams, listener);
  }
}
