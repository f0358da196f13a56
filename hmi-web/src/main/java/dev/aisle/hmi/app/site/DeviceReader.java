package dev.aisle.hmi.app.site;

import dev.aisle.device.plc.Point;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.hmi.app.site.Reading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code devices:}. */
final class DeviceReader {
  private static final Set<String> UHF_READERS = UhfMakes.drivers();
  private static final Set<String> DRIVERS = new LinkedHashSet<>(UHF_READERS);
  private static final Pattern HOST_PORT =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):([0-9]{1,5})");

  static {
    DRIVERS.addAll(List.of("rfid-modbus", "modbus-tcp"));
  }

  /** Which device and antenna feeds a read point. */
  record Feed(String device, int antenna) {}

  private final Reading reading;
  private final List<Site.Device> devices = new ArrayList<>();
  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final Map<String, String> byAddress = new HashMap<>();

  DeviceReader(Reading reading) {
    this.reading = reading;
  }

  List<Site.Device> read(Part site) {
    site.parts("devices", this::device);
    return devices;
  }

  /** Read point to the antenna that feeds it; complete after {@link #read}. */
  Map<String, Feed> feeds() {
    return feeds;
  }

  private void device(String name, Part part) {
    reading.define(Kind.DEVICE, name, part.at(), part.where());
    Optional<String> driver = part.text("driver", "rfid-bb");
    if (driver.isEmpty()) {
      return;
    }
    if (UHF_READERS.contains(driver.get())) {
      uhfReader(name, driver.get(), part);
    } else if (driver.get().equals("rfid-modbus")) {
      tagHead(name, driver.get(), part);
    } else if (driver.get().equals("modbus-tcp")) {
      plc(name, driver.get(), part);
    } else {
      part.fault("driver", Part.notOneOf(driver.get(), DRIVERS));
    }
  }

  private void uhfReader(String name, String driver, Part part) {
    boolean simulated = part.flag("simulated");
    Optional<String> port = address(part, "port", "/dev/ttyUSB0", simulated);
    OptionalInt baud = part.whole("baud", 1200, 921_600);
    OptionalInt power = part.whole("power_dbm", 0, 33);
    Map<Integer, String> antennas = new LinkedHashMap<>();
    part.part("antennas")
        .ifPresent(
            list ->
                list.entryTexts()
                    .forEach((number, readPoint) -> antenna(name, number, readPoint, antennas)));
    if (!part.has("antennas")) {
      part.missing("antennas", "{1: D1-portal}");
    }
    part.done();
    port.ifPresent(address -> unique(name, address, part, "port"));
    devices.add(
        new Site.UhfReader(
            name,
            driver,
            port,
            baud.orElseGet(() -> UhfMakes.ofDriver(driver).orElseThrow().usualBaud()),
            power,
            antennas,
            simulated));
  }

  private void antenna(
      String device, String number, Part.Item readPoint, Map<Integer, String> antennas) {
    if (!number.matches("[0-9]{1,3}")) {
      reading.fault(
          readPoint.at(), readPoint.where(), "'%s' is not an antenna number".formatted(number));
      return;
    }
    int antenna = Integer.parseInt(number);
    antennas.put(antenna, readPoint.text());
    feed(readPoint, new Feed(device, antenna));
  }

  private void feed(Part.Item readPoint, Feed feed) {
    reading.use(Kind.READ_POINT, readPoint.text(), readPoint.at(), readPoint.where());
    Feed other = feeds.putIfAbsent(readPoint.text(), feed);
    if (other != null) {
      reading.fault(
          readPoint.at(),
          readPoint.where(),
          "read point '%s' is already fed by antenna %d of '%s'"
              .formatted(readPoint.text(), other.antenna(), other.device()));
    }
  }

  private void tagHead(String name, String driver, Part part) {
    boolean simulated = part.flag("simulated");
    Optional<String> address = address(part, "address", "192.168.1.20:502", simulated);
    int unit = part.whole("unit", 1, 247).orElse(1);
    List<Part.Item> readPoint = part.texts("read_point");
    if (!part.has("read_point")) {
      part.missing("read_point", "P1-A-head");
    }
    part.done();
    address.ifPresent(at -> unique(name, at + " unit " + unit, part, "address"));
    readPoint.forEach(point -> feed(point, new Feed(name, 1)));
    if (readPoint.size() == 1) {
      devices.add(
          new Site.TagHead(name, driver, address, unit, readPoint.getFirst().text(), simulated));
    }
  }

  private void plc(String name, String driver, Part part) {
    boolean simulated = part.flag("simulated");
    Optional<String> address = address(part, "address", "192.168.1.30:502", simulated);
    int unit = part.whole("unit", 1, 247).orElse(1);
    Map<String, String> points = new LinkedHashMap<>();
    Map<String, String> byPlace = new HashMap<>();
    part.part("points")
        .ifPresent(
            list ->
                list.entryTexts().forEach((point, place) -> point(point, place, points, byPlace)));
    part.done();
    address.ifPresent(at -> unique(name, at + " unit " + unit, part, "address"));
    devices.add(new Site.Plc(name, driver, address, unit, points, simulated));
  }

  private void point(
      String point, Part.Item place, Map<String, String> points, Map<String, String> byPlace) {
    reading.define(Kind.POINT, point, place.at(), place.where());
    try {
      Point parsed = Point.parse(place.text());
      String other = byPlace.putIfAbsent(parsed.kind() + " " + parsed.address(), point);
      if (other != null) {
        reading.fault(
            place.at(),
            place.where(),
            "'%s' is already the place of '%s'".formatted(place.text(), other));
      }
    } catch (IllegalArgumentException e) {
      reading.fault(place.at(), place.where(), String.valueOf(e.getMessage()));
      return;
    }
    points.put(point, place.text());
  }

  /** A simulated device may leave its address to the simulator. */
  private Optional<String> address(Part part, String key, String example, boolean simulated) {
    Optional<String> address = part.text(key);
    if (address.isEmpty()) {
      if (!simulated && !part.has(key)) {
        part.missing(key, example);
      }
      return Optional.empty();
    }
    boolean hostPort = HOST_PORT.matcher(address.get()).matches();
    boolean serial =
        key.equals("port") && (address.get().startsWith("/") || address.get().startsWith("COM"));
    if (!address.get().isEmpty() && !hostPort && !serial) {
      part.fault(
          key,
          "'%s' is no %shost:port"
              .formatted(address.get(), key.equals("port") ? "serial path or " : ""));
    }
    return address;
  }

  private void unique(String name, String address, Part part, String key) {
    String other = byAddress.putIfAbsent(address, name);
    if (other != null) {
      part.fault(key, "'%s' has the same address".formatted(other));
    }
  }
}
