package dev.aisle.hmi.bridge.played;

import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.device.scale.ScalePlan;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.sim.scale.ScaleMake;
import dev.aisle.sim.station.StationGear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays the simulated scales, scanners and printers of the site, also those that come later. */
final class PlayedStations implements AutoCloseable {
  /** Where the played Modbus scale has its values. */
  private static final ScalePlan.Modbus REGISTERS =
      ScalePlan.modbus(
          Map.of(
              "weight_g", "holding 0 int32",
              "stable", "holding 2 bit 0",
              "overload", "holding 2 bit 1",
              "zero", "holding 2 bit 2"));

  private final StationGear gear;

  PlayedStations(Path folder, long seed) {
    this.gear = new StationGear(folder, seed);
  }

  StationGear gear() {
    return gear;
  }

  /** What must be the same for the device that is played already to do. */
  static Object what(StationDevice device) {
    return switch (device) {
      case StationDevice.SerialScale scale -> scale.settings();
      case StationDevice.ModbusScale scale -> scale.settings();
      case StationDevice.Scanner scanner -> List.of(scanner.baud(), scanner.settings());
      case StationDevice.Printer printer -> "";
    };
  }

  /**
   * Plays it in the place of what was played under its name.
   *
   * @return where its driver finds it
   * @throws IOException for a scale with a format or registers of its own, which nobody here knows
   */
  String play(StationDevice device) throws IOException {
    return switch (device) {
      case StationDevice.SerialScale scale -> gear.playScale(scale.name(), make(scale));
      case StationDevice.ModbusScale scale -> {
        if (!isPlayed(scale.plan())) {
          throw new IOException(
              "only the registers of the played scale are known: weight_g holding 0 int32,"
                  + " stable holding 2 bit 0");
        }
        yield gear.playModbusScale(scale.name());
      }
      case StationDevice.Scanner scanner ->
          gear.playScanner(scanner.name(), scanner.baud(), suffix(scanner.settings().suffix()));
      case StationDevice.Printer printer -> gear.playPrinter(printer.name());
    };
  }

  private static ScaleMake make(StationDevice.SerialScale scale) throws IOException {
    String format = scale.settings().getOrDefault("format", "");
    if (format.equals("pattern")) {
      throw new IOException("a scale with a pattern of its own is not known here");
    }
    return ScaleMake.valueOf(format.toUpperCase(Locale.ROOT));
  }

  private static boolean isPlayed(ScalePlan.Modbus plan) {
    var wanted = plan.registers();
    var there = REGISTERS.registers();
    return wanted.weight().equals(there.weight())
        && wanted.shownIn() == there.shownIn()
        && wanted.stable().equals(there.stable())
        && (wanted.overload().isEmpty() || wanted.overload().equals(there.overload()))
        && (wanted.zero().isEmpty() || wanted.zero().equals(there.zero()));
  }

  private static String suffix(ScannerSettings.Suffix suffix) {
    return switch (suffix) {
      case LINE -> "\r";
      case ETX -> "\3";
      case TAB -> "\t";
      case NONE -> "";
    };
  }

  @Override
  public void close() {
    gear.close();
  }
}
