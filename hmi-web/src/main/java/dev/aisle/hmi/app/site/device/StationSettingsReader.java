package dev.aisle.hmi.app.site.device;

import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.device.scale.ScalePlan;
import dev.aisle.device.scale.WeightUnit;
import dev.aisle.device.setting.SettingMistake;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of scales, scanners and label printers. */
final class StationSettingsReader {
  static final String SCALE_SERIAL = "scale-serial";
  static final String SCALE_MODBUS = "scale-modbus";
  public static final String SCANNER = "scanner-serial";
  public static final String PRINTER = "printer-zpl";

  static final Set<String> FORMATS = words("sics", "and", "toledo", "pattern");
  static final Set<String> SUFFIXES = words("line", "etx", "tab", "none");
  static final Set<String> CHARSETS = words("utf-8", "gb18030", "iso-8859-1");
  static final Set<String> DENSITIES = words("152", "203", "300", "600");
  static final Set<String> LANGUAGES = words("zh", "en");
  public static final int USUAL_BAUD = 9600;
  static final int USUAL_QUEUE = 200;
  public static final String USUAL_DPI = "203";

  private static final int FASTEST_BAUD = 921_600;
  private static final int SLOWEST_BAUD = 300;
  private static final int LARGEST_QUEUE = 10_000;
  private static final int WIDEST_PERCENT = 100;
  private static final int WIDEST_GRAMS = 100_000;
  private static final Duration LEAST_SILENCE = Duration.ofMillis(200);
  private static final Duration MOST_SILENCE = Duration.ofMinutes(1);
  private static final List<String> WEIGHTS =
      Arrays.stream(WeightUnit.values())
          .map(unit -> "weight_" + unit.name().toLowerCase(Locale.ROOT))
          .toList();
  private static final List<String> FLAGS = List.of("stable", "overload", "zero");

  private final DeviceReader devices;
  private final ModbusSettingsReader modbus;
  private final Map<String, String> onlyOne = new HashMap<>();

  StationSettingsReader(DeviceReader devices, ModbusSettingsReader modbus) {
    this.devices = devices;
    this.modbus = modbus;
  }

  private static Set<String> words(String... words) {
    return new LinkedHashSet<>(List.of(words));
  }

  Optional<SiteDevice> serialScale(DeviceReader.DevicePart device) {
    Part part = device.part();
    Optional<String> port = devices.address(device, "port", true, true, "/dev/ttyUSB0");
    int baud = baud(part);
    Map<String, String> settings = new LinkedHashMap<>();
    if (!part.has("format")) {
      part.missing("format", "sics");
    }
    Optional<String> format = part.word("format", FORMATS);
    format.ifPresent(text -> settings.put("format", text));
    part.text("pattern").ifPresent(text -> settings.put("pattern", text));
    part.word("weight_unit", units()).ifPresent(text -> settings.put("weight_unit", text));
    staleAfter(part, settings);
    List<String> stations = stations(device, "scale");
    StationDevice.Tolerance tolerance = tolerance(part);
    devices.unique(device, "port", port, "");
    if (format.isEmpty() || !fits(part, "pattern", () -> ScalePlan.serial(settings))) {
      return Optional.empty();
    }
    return Optional.of(
        new StationDevice.SerialScale(
            device.name(),
            device.driver(),
            port,
            baud,
            settings,
            stations,
            tolerance,
            device.simulated()));
  }

  private static Set<String> units() {
    Set<String> units = new LinkedHashSet<>();
    for (WeightUnit unit : WeightUnit.values()) {
      units.add(unit.name().toLowerCase(Locale.ROOT));
    }
    return units;
  }

  Optional<SiteDevice> modbusScale(DeviceReader.DevicePart device) {
    Part part = device.part();
    SiteDevice.ModbusWire wire = modbus.wire(device, "192.168.1.40:502");
    Map<String, String> settings = new LinkedHashMap<>();
    boolean right = true;
    String weight = "weight_g";
    for (String key : WEIGHTS) {
      right &= point(part, key, settings);
      weight = settings.containsKey(key) ? key : weight;
    }
    for (String key : FLAGS) {
      right &= point(part, key, settings);
    }
    if (WEIGHTS.stream().noneMatch(part::has)) {
      part.missing("weight_g", "holding 0 int32");
      right = false;
    }
    if (!part.has("stable")) {
      part.missing("stable", "holding 2 bit 0");
      right = false;
    }
    settings.put("unit", Integer.toString(wire.unit()));
    staleAfter(part, settings);
    List<String> stations = stations(device, "scale");
    StationDevice.Tolerance tolerance = tolerance(part);
    devices.unique(device, "address", wire.address(), " unit " + wire.unit());
    if (!right || !fits(part, weight, () -> ScalePlan.modbus(settings))) {
      return Optional.empty();
    }
    return Optional.of(
        new StationDevice.ModbusScale(
            device.name(),
            device.driver(),
            wire,
            settings,
            stations,
            tolerance,
            device.simulated()));
  }

  private static boolean point(Part part, String key, Map<String, String> settings) {
    Optional<String> written = part.text(key);
    written.ifPresent(text -> settings.put(key, text));
    return written.isEmpty() || fits(part, key, () -> Point.parse(written.get()));
  }

  /** The rules are the driver's; its sentence is put at the key. */
  private static boolean fits(Part part, String key, Runnable rule) {
    try {
      rule.run();
      return true;
    } catch (IllegalArgumentException e) {
      SettingMistake mistake = SettingMistake.of(e);
      part.fault(key, FaultReason.of(mistake), String.valueOf(mistake.getMessage()));
      return false;
    }
  }

  public Optional<SiteDevice> scanner(DeviceReader.DevicePart device) {
    Part part = device.part();
    Optional<String> port = devices.address(device, "port", true, true, "/dev/ttyACM0");
    int baud = baud(part);
    ScannerSettings usual = ScannerSettings.standard();
    ScannerSettings settings =
        new ScannerSettings(
            part.word("suffix", SUFFIXES)
                .map(word -> ScannerSettings.Suffix.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(usual.suffix()),
            usual.pause(),
            usual.longest(),
            part.word("charset", CHARSETS).map(Charset::forName).orElse(usual.charset()));
    List<String> stations = stations(device, "");
    devices.unique(device, "port", port, "");
    return Optional.of(
        new StationDevice.Scanner(
            device.name(), device.driver(), port, baud, settings, stations, device.simulated()));
  }

  public Optional<SiteDevice> printer(DeviceReader.DevicePart device) {
    Part part = device.part();
    Optional<String> address = devices.address(device, "address", true, true, "192.168.1.50:9100");
    int baud = baud(part);
    int dpi = Integer.parseInt(part.word("dpi", DENSITIES).orElse(USUAL_DPI));
    Optional<String> font = part.text("font");
    LabelTexts words =
        part.word("language", LANGUAGES).map("zh"::equals).orElse(false)
            ? LabelTexts.ZH
            : LabelTexts.EN;
    int queue = part.whole("queue", 1, LARGEST_QUEUE).orElse(USUAL_QUEUE);
    List<String> stations = stations(device, "printer");
    devices.unique(device, "address", address, "");
    if (!fits(part, "font", () -> new PrinterModel(dpi, font))) {
      return Optional.empty();
    }
    return Optional.of(
        new StationDevice.Printer(
            device.name(),
            device.driver(),
            address,
            baud,
            new PrinterModel(dpi, font),
            words,
            queue,
            stations,
            device.simulated()));
  }

  private static int baud(Part part) {
    return part.whole("baud", SLOWEST_BAUD, FASTEST_BAUD).orElse(USUAL_BAUD);
  }

  private static void staleAfter(Part part, Map<String, String> settings) {
    part.duration("stale_after")
        .ifPresent(
            time -> {
              if (time.compareTo(LEAST_SILENCE) < 0 || time.compareTo(MOST_SILENCE) > 0) {
                part.fault(
                    "stale_after",
                    FaultReason.of(
                        FaultKind.OUT_OF_RANGE,
                        Map.of(
                            "given", time.toMillis() + " ms",
                            "least", LEAST_SILENCE.toMillis() + " ms",
                            "most", MOST_SILENCE.toMillis() + " ms")),
                    "%d ms is not between %d ms and %d ms"
                        .formatted(
                            time.toMillis(), LEAST_SILENCE.toMillis(), MOST_SILENCE.toMillis()));
              } else {
                settings.put("stale_after", time.toMillis() + " ms");
              }
            });
  }

  private static StationDevice.Tolerance tolerance(Part part) {
    StationDevice.Tolerance usual = StationDevice.Tolerance.USUAL;
    return new StationDevice.Tolerance(
        part.number("tolerance_percent", 0, WIDEST_PERCENT).orElse(usual.percent()),
        part.whole("tolerance_g", 0, WIDEST_GRAMS).orElse((int) usual.grams()));
  }

  /**
   * @param only what there may be one of at a station; empty when there may be several
   */
  private List<String> stations(DeviceReader.DevicePart device, String only) {
    List<Part.Item> stations = device.part().texts("station");
    for (Part.Item station : stations) {
      devices.reading().use(Kind.STATION, station.text(), station.at(), station.where());
      String other =
          only.isEmpty()
              ? null
              : onlyOne.putIfAbsent(only + " of " + station.text(), device.name());
      if (other != null) {
        devices
            .reading()
            .fault(
                station.at(),
                station.where(),
                FaultReason.of(
                    FaultKind.STATION_TAKEN, Map.of("station", station.text(), "device", other)),
                "'%s' has the %s '%s' already".formatted(station.text(), only, other));
      }
    }
    return stations.stream().map(Part.Item::text).distinct().toList();
  }
}
