package dev.aisle.hmi.app.site;

import dev.aisle.device.plc.Point;
import dev.aisle.hmi.app.site.Reading.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of what speaks Modbus: tag heads and controllers. */
final class ModbusSettingsReader {
  static final Set<String> MODES = new LinkedHashSet<>(List.of("tcp", "rtu", "rtu-over-tcp"));
  static final Set<String> PARITIES = new LinkedHashSet<>(List.of("none", "even", "odd"));
  private static final int HIGHEST_UNIT = 247;

  private final DeviceReader devices;

  ModbusSettingsReader(DeviceReader devices) {
    this.devices = devices;
  }

  Optional<SiteDevice> tagHead(DeviceReader.DevicePart device) {
    Part part = device.part();
    SiteDevice.ModbusWire wire = wire(device, "192.168.1.20:502");
    String profile = part.text("profile").orElse("aisle");
    Map<Integer, SiteDevice.Antenna> heads = new LinkedHashMap<>();
    boolean several = part.has("heads");
    List<Part.Item> readPoint = part.texts("read_point");
    if (several && !readPoint.isEmpty()) {
      part.fault("read_point", "is for one head; with 'heads' it is given there");
    } else if (several) {
      heads.putAll(devices.antennas(part, "heads", "side"));
    } else if (readPoint.isEmpty()) {
      part.missing("read_point", "P1-A-head");
    } else {
      devices.feeds(readPoint.getFirst());
      heads.put(1, SiteDevice.Antenna.feeding(readPoint.getFirst().text()));
    }
    devices.unique(device, "address", wire.address(), " unit " + wire.unit());
    return heads.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SiteDevice.TagHead(
                device.name(), device.driver(), wire, profile, heads, device.simulated()));
  }

  Optional<SiteDevice> plc(DeviceReader.DevicePart device) {
    Part part = device.part();
    SiteDevice.ModbusWire wire = wire(device, "192.168.1.30:502");
    Map<String, String> points = new LinkedHashMap<>();
    Map<String, String> byPlace = new HashMap<>();
    part.part("points")
        .ifPresent(
            list ->
                list.entryTexts().forEach((point, place) -> point(point, place, points, byPlace)));
    devices.unique(device, "address", wire.address(), " unit " + wire.unit());
    return Optional.of(
        new SiteDevice.Plc(device.name(), device.driver(), wire, points, device.simulated()));
  }

  /** The wire; RTU is a serial path, the other two are host:port. */
  private SiteDevice.ModbusWire wire(DeviceReader.DevicePart device, String example) {
    Part part = device.part();
    SiteDevice.ModbusMode mode =
        part.word("mode", MODES)
            .map(
                word ->
                    SiteDevice.ModbusMode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .orElse(SiteDevice.ModbusMode.TCP);
    boolean serial = mode == SiteDevice.ModbusMode.RTU;
    Optional<String> address =
        devices.address(device, "address", serial, !serial, serial ? "/dev/ttyUSB0" : example);
    int unit = part.whole("unit", 1, HIGHEST_UNIT).orElse(1);
    int baud =
        serial
            ? part.whole("baud", 1200, 921_600).orElse(SiteDevice.ModbusWire.USUAL_BAUD)
            : SiteDevice.ModbusWire.USUAL_BAUD;
    String parity = serial ? part.word("parity", PARITIES).orElse("none") : "none";
    int stopBits = serial ? part.whole("stop_bits", 1, 2).orElse(1) : 1;
    return new SiteDevice.ModbusWire(mode, address, baud, parity, stopBits, unit);
  }

  private void point(
      String point, Part.Item place, Map<String, String> points, Map<String, String> byPlace) {
    Reading reading = devices.reading();
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
}
