package dev.aisle.hmi.app.site.device;

import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.text.Addresses;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code devices:}. What belongs to one family of devices is in a reader of its own. */
public final class DeviceReader {
  private final Reading reading;
  private final Map<String, Function<DevicePart, Optional<? extends SiteDevice>>> drivers =
      new LinkedHashMap<>();
  private final List<SiteDevice> devices = new ArrayList<>();
  private final Set<String> fed = new LinkedHashSet<>();
  private final Map<String, String> byAddress = new HashMap<>();

  /** One entry of the list while it is read. */
  public record DevicePart(String name, String driver, Part part, boolean simulated) {}

  public DeviceReader(Reading reading) {
    this.reading = reading;
    UhfSettingsReader uhf = new UhfSettingsReader(this);
    UhfSettingsReader.DRIVERS.forEach(driver -> drivers.put(driver, uhf::read));
    ModbusSettingsReader modbus = new ModbusSettingsReader(this);
    drivers.put("rfid-modbus", modbus::tagHead);
    drivers.put("modbus-tcp", modbus::plc);
    StationSettingsReader stations = new StationSettingsReader(this, modbus);
    drivers.put(StationSettingsReader.SCALE_SERIAL, stations::serialScale);
    drivers.put(StationSettingsReader.SCALE_MODBUS, stations::modbusScale);
    drivers.put(StationSettingsReader.SCANNER, stations::scanner);
    drivers.put(StationSettingsReader.PRINTER, stations::printer);
  }

  public Reading reading() {
    return reading;
  }

  public List<SiteDevice> read(Part site) {
    site.parts("devices", this::device);
    return devices;
  }

  /** Read points that an antenna feeds; complete after {@link #read}. */
  public Set<String> fed() {
    return fed;
  }

  private void device(String name, Part part) {
    if (!part.readable()) {
      return;
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")) {
      reading.fault(
          part.at(),
          part.where(),
          FaultKind.BAD_NAME,
          "a name may only have letters, digits and _ . -, at most 40");
    }
    reading.define(Kind.DEVICE, name, part.at(), part.where());
    Optional<String> driver = part.text("driver", "rfid-bb");
    if (driver.isEmpty()) {
      return;
    }
    var family = drivers.get(driver.get());
    if (family == null) {
      part.notOneOf("driver", driver.get(), drivers.keySet());
      return;
    }
    family
        .apply(new DevicePart(name, driver.get(), part, part.flag("simulated")))
        .ifPresent(devices::add);
    part.done();
  }

  /** Antennas or heads by their number, each with a read point or with a mapping of its own. */
  public Map<Integer, SiteDevice.Antenna> antennas(Part part, String key, String side) {
    Map<Integer, SiteDevice.Antenna> antennas = new LinkedHashMap<>();
    part.part(key)
        .ifPresent(
            list ->
                list.eachEntry(
                    (number, text) ->
                        antenna(text.where(), text.at(), number)
                            .ifPresent(
                                n -> {
                                  antennas.put(n, SiteDevice.Antenna.feeding(text.text()));
                                  feeds(text);
                                }),
                    (number, mapping) ->
                        antenna(mapping.where(), mapping.at(), number)
                            .ifPresent(n -> antennas.put(n, antenna(mapping, side)))));
    return antennas;
  }

  private Optional<Integer> antenna(String where, org.yaml.snakeyaml.error.Mark at, String number) {
    if (number.matches("[1-9][0-9]{0,2}")) {
      return Optional.of(Integer.parseInt(number));
    }
    reading.fault(
        at,
        where,
        FaultReason.of(FaultKind.NOT_AN_ANTENNA, Map.of("given", number)),
        "'%s' is not an antenna number".formatted(number));
    return Optional.empty();
  }

  private SiteDevice.Antenna antenna(Part mapping, String sideKey) {
    List<Part.Item> readPoint = mapping.texts("read_point");
    readPoint.forEach(this::feeds);
    SiteDevice.Side side =
        mapping
            .word(sideKey, new LinkedHashSet<>(List.of("any", "outer", "inner")))
            .map(word -> SiteDevice.Side.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
            .orElse(SiteDevice.Side.ANY);
    var power = mapping.whole("power_dbm", 0, UhfSettingsReader.STRONGEST_DBM);
    mapping.done();
    return new SiteDevice.Antenna(readPoint.stream().findFirst().map(Part.Item::text), side, power);
  }

  public void feeds(Part.Item readPoint) {
    reading.use(Kind.READ_POINT, readPoint.text(), readPoint.at(), readPoint.where());
    fed.add(readPoint.text());
  }

  /** Serial path or host:port. A simulated device may leave its address to the simulator. */
  public Optional<String> address(
      DevicePart device, String key, boolean serial, boolean socket, String example) {
    Part part = device.part();
    Optional<String> address = part.text(key);
    if (address.isEmpty()) {
      if (!device.simulated() && !part.has(key)) {
        part.missing(key, example);
      }
      return Optional.empty();
    }
    boolean isSocket = socket && Addresses.isHostPort(address.get());
    boolean isSerial = serial && Addresses.isSerialPath(address.get());
    if (!address.get().isEmpty() && !isSocket && !isSerial) {
      part.fault(
          key,
          FaultReason.of(
              serial && socket
                  ? FaultKind.NOT_AN_ADDRESS
                  : serial ? FaultKind.NOT_A_SERIAL_PATH : FaultKind.NOT_A_HOST_PORT,
              Map.of("given", address.get())),
          "'%s' is no %s"
              .formatted(
                  address.get(),
                  serial && socket
                      ? "serial path or host:port"
                      : serial ? "serial path" : "host:port"));
    }
    return address;
  }

  /** Two devices at one address would take each other's answers. */
  void unique(DevicePart device, String key, Optional<String> address, String besides) {
    if (address.isEmpty() || device.simulated()) {
      return;
    }
    String other = byAddress.putIfAbsent(address.get() + besides, device.name());
    if (other != null) {
      device
          .part()
          .fault(
              key,
              FaultReason.of(FaultKind.ADDRESS_TAKEN, Map.of("device", other)),
              "'%s' has the same address".formatted(other));
    }
  }
}
