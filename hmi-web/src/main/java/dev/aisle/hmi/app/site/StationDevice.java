package dev.aisle.hmi.app.site;

import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.device.scale.ScalePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on a table where people work: scales, scanners and label printers. */
public sealed interface StationDevice extends SiteDevice {
  /** Stations whose people use it; empty for one that only a test looks at. */
  List<String> stations();

  /** A scale of any kind. */
  sealed interface Scale extends StationDevice {
    Tolerance tolerance();
  }

  /**
   * How far a weight may be from what the books say. The larger of the two counts.
   *
   * @param percent of the expected weight
   */
  record Tolerance(double percent, long grams) {
    /** Of a scale for parcels. */
    public static final Tolerance USUAL = new Tolerance(3, 50);

    public long grams(long expectedG) {
      return Math.max(grams, Math.round(expectedG * percent / 100));
    }
  }

  /**
   * A scale that writes lines.
   *
   * @param settings those of {@link ScalePlan#serial}
   */
  record SerialScale(
      String name,
      String driver,
      Optional<String> address,
      int baud,
      Map<String, String> settings,
      List<String> stations,
      Tolerance tolerance,
      boolean simulated)
      implements Scale {
    public SerialScale {
      settings = ordered(settings);
      stations = List.copyOf(stations);
    }

    public ScalePlan.Serial plan() {
      return ScalePlan.serial(settings);
    }
  }

  /**
   * A scale with registers.
   *
   * @param settings those of {@link ScalePlan#modbus}
   */
  record ModbusScale(
      String name,
      String driver,
      ModbusWire wire,
      Map<String, String> settings,
      List<String> stations,
      Tolerance tolerance,
      boolean simulated)
      implements Scale {
    public ModbusScale {
      settings = ordered(settings);
      stations = List.copyOf(stations);
    }

    public ScalePlan.Modbus plan() {
      return ScalePlan.modbus(settings);
    }

    @Override
    public Optional<String> address() {
      return wire.address();
    }
  }

  /** A barcode scanner that writes on a serial line. */
  record Scanner(
      String name,
      String driver,
      Optional<String> address,
      int baud,
      ScannerSettings settings,
      List<String> stations,
      boolean simulated)
      implements StationDevice {
    public Scanner {
      stations = List.copyOf(stations);
    }
  }

  /**
   * A label printer.
   *
   * @param baud of a printer on a serial line
   * @param words language of its labels
   * @param queue jobs that may wait for it
   */
  record Printer(
      String name,
      String driver,
      Optional<String> address,
      int baud,
      PrinterModel model,
      LabelTexts words,
      int queue,
      List<String> stations,
      boolean simulated)
      implements StationDevice {
    public Printer {
      stations = List.copyOf(stations);
    }
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
