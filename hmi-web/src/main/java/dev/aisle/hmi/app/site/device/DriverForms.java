package dev.aisle.hmi.app.site.device;

import dev.aisle.device.plc.plan.PlcProfile;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.modbus.HeadProfiles;
import dev.aisle.hmi.live.device.DeviceBook.DriverForm;
import dev.aisle.hmi.live.device.DeviceBook.Setting;
import dev.aisle.hmi.live.device.DeviceBook.Shape;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of each driver, for a form on screen. What is right is decided by the readers of the
 * site file alone; a test holds the two together.
 */
public final class DriverForms {
  private static final String PORT = "port";
  private static final String ADDRESS = "address";

  public static final List<DriverForm> ALL = all();

  private DriverForms() {}

  /** The setting that holds the address of a device. */
  public static String addressKey(String driver) {
    return ALL.stream()
        .filter(form -> form.driver().equals(driver))
        .findFirst()
        .map(DriverForm::address)
        .orElse(ADDRESS);
  }

  private static List<DriverForm> all() {
    List<DriverForm> forms = new ArrayList<>();
    UhfSettingsReader.DRIVERS.forEach(driver -> forms.add(uhf(driver)));
    forms.add(tagHead());
    forms.add(plc());
    forms.addAll(StationForms.all());
    return List.copyOf(forms);
  }

  private static DriverForm uhf(String driver) {
    List<Setting> settings = new ArrayList<>();
    settings.add(text(PORT, true, "/dev/ttyUSB0"));
    settings.add(
        number("baud", UhfMakes.ofDriver(driver).map(make -> "" + make.usualBaud()).orElse(null)));
    if (UhfSettingsReader.ON_A_BUS.contains(driver)) {
      settings.add(number("address", null));
    }
    settings.add(choice("region", UhfSettingsReader.REGIONS, null));
    settings.add(number("power_dbm", null));
    settings.add(choice("session", List.of("0", "1", "2", "3"), null));
    settings.add(lines("antennas", true, "1: D1-portal"));
    settings.add(text("expects_serial", false, null));
    settings.add(flag("simulated"));
    return new DriverForm(driver, DeviceKind.RFID_READER, PORT, settings);
  }

  private static DriverForm tagHead() {
    List<Setting> settings = wire();
    settings.add(choice("profile", HeadProfiles.shipped(), "aisle-head"));
    settings.add(text("read_point", false, "P1-A-head"));
    settings.add(lines("heads", false, "1: P1-A-head"));
    settings.add(flag("simulated"));
    return new DriverForm("rfid-modbus", DeviceKind.TAG_HEAD, ADDRESS, settings);
  }

  private static DriverForm plc() {
    List<Setting> settings = wire();
    settings.add(choice("profile", PlcProfile.names(), null));
    settings.add(text("model", false, null));
    settings.add(text("poll", false, "25 ms"));
    settings.add(lines("points", false, "D1.door-open: coil 0"));
    settings.add(lines("allow", false, "belt-1.speed_rpm: 0 to 1500"));
    settings.add(lines("safe", false, "belt-1.run: off"));
    settings.add(lines("watchdog", false, "heartbeat: holding 99 every 1 s"));
    settings.add(
        lines("machines", false, "belt-1: {is: conveyor, run: belt-1.run, eye: belt-1.eye}"));
    settings.add(flag("simulated"));
    return new DriverForm("modbus-tcp", DeviceKind.PLC, ADDRESS, settings);
  }

  public static List<Setting> wire() {
    List<Setting> settings = new ArrayList<>();
    settings.add(text(ADDRESS, true, "192.168.1.20:502"));
    settings.add(choice("mode", ModbusSettingsReader.MODES, "tcp"));
    settings.add(number("unit", "1"));
    settings.add(number("baud", null));
    settings.add(choice("parity", ModbusSettingsReader.PARITIES, null));
    settings.add(choice("stop_bits", List.of("1", "2"), null));
    return settings;
  }

  public static Setting text(String key, boolean needed, @Nullable String example) {
    return new Setting(key, Shape.TEXT, needed, List.of(), null, example);
  }

  public static Setting number(String key, @Nullable String usual) {
    return new Setting(key, Shape.NUMBER, false, List.of(), usual, null);
  }

  public static Setting choice(String key, Collection<String> words, @Nullable String usual) {
    return choice(key, false, words, usual);
  }

  public static Setting choice(
      String key, boolean needed, Collection<String> words, @Nullable String usual) {
    return new Setting(key, Shape.CHOICE, needed, List.copyOf(words), usual, null);
  }

  public static Setting flag(String key) {
    return new Setting(key, Shape.FLAG, false, List.of(), "false", null);
  }

  private static Setting lines(String key, boolean needed, String example) {
    return new Setting(key, Shape.LINES, needed, List.of(), null, example);
  }
}
