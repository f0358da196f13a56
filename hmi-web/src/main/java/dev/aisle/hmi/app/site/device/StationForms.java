package dev.aisle.hmi.app.site.device;

import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.live.device.DeviceBook.DriverForm;
import dev.aisle.hmi.live.device.DeviceBook.Setting;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.util.ArrayList;
import java.util.List;

/** Forms of what stands at stations. */
final class StationForms {
  private static final String BAUD = Integer.toString(StationSettingsReader.USUAL_BAUD);

  private StationForms() {}

  public static List<DriverForm> all() {
    return List.of(serialScale(), modbusScale(), scanner(), printer());
  }

  private static DriverForm serialScale() {
    List<Setting> settings = new ArrayList<>();
    settings.add(DriverForms.text("port", true, "/dev/ttyUSB0"));
    settings.add(DriverForms.number("baud", BAUD));
    settings.add(DriverForms.choice("format", true, StationSettingsReader.FORMATS, null));
    settings.add(DriverForms.text("pattern", false, "(?<weight>[0-9.]+) kg (?<stable>S)"));
    settings.add(
        DriverForms.choice("weight_unit", List.of("mg", "g", "kg", "t", "lb", "oz"), null));
    settings.addAll(weighing());
    return form(StationSettingsReader.SCALE_SERIAL, DeviceKind.SCALE, "port", settings);
  }

  private static DriverForm modbusScale() {
    List<Setting> settings = DriverForms.wire();
    settings.add(DriverForms.text("weight_g", false, "holding 0 int32"));
    settings.add(DriverForms.text("weight_kg", false, "holding 0 float32"));
    settings.add(DriverForms.text("stable", true, "holding 2 bit 0"));
    settings.add(DriverForms.text("overload", false, "holding 2 bit 1"));
    settings.add(DriverForms.text("zero", false, "holding 2 bit 2"));
    settings.addAll(weighing());
    return form(StationSettingsReader.SCALE_MODBUS, DeviceKind.SCALE, "address", settings);
  }

  private static List<Setting> weighing() {
    StationDevice.Tolerance usual = StationDevice.Tolerance.USUAL;
    return List.of(
        DriverForms.text("stale_after", false, "2 s"),
        DriverForms.text("station", false, "PICK-1"),
        DriverForms.number("tolerance_percent", "%.0f".formatted(usual.percent())),
        DriverForms.number("tolerance_g", Long.toString(usual.grams())));
  }

  private static DriverForm scanner() {
    List<Setting> settings = new ArrayList<>();
    settings.add(DriverForms.text("port", true, "/dev/ttyACM0"));
    settings.add(DriverForms.number("baud", BAUD));
    settings.add(DriverForms.choice("suffix", StationSettingsReader.SUFFIXES, "line"));
    settings.add(DriverForms.choice("charset", StationSettingsReader.CHARSETS, "utf-8"));
    settings.add(DriverForms.text("station", false, "PICK-1"));
    return form(StationSettingsReader.SCANNER, DeviceKind.SCANNER, "port", settings);
  }

  private static DriverForm printer() {
    List<Setting> settings = new ArrayList<>();
    settings.add(DriverForms.text("address", true, "192.168.1.50:9100"));
    settings.add(DriverForms.number("baud", BAUD));
    settings.add(
        DriverForms.choice(
            "dpi", StationSettingsReader.DENSITIES, StationSettingsReader.USUAL_DPI));
    settings.add(DriverForms.text("font", false, "E:SIMSUN.TTF"));
    settings.add(DriverForms.choice("language", StationSettingsReader.LANGUAGES, "en"));
    settings.add(DriverForms.number("queue", Integer.toString(StationSettingsReader.USUAL_QUEUE)));
    settings.add(DriverForms.text("station", false, "PICK-1"));
    return form(StationSettingsReader.PRINTER, DeviceKind.PRINTER, "address", settings);
  }

  private static DriverForm form(
      String driver, DeviceKind kind, String address, List<Setting> settings) {
    List<Setting> all = new ArrayList<>(settings);
    all.add(DriverForms.flag("simulated"));
    return new DriverForm(driver, kind, address, all);
  }
}
