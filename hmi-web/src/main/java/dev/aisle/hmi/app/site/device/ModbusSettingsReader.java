package dev.aisle.hmi.app.site.device;

import dev.aisle.device.plc.plan.PlcPlan;
import dev.aisle.device.rfid.modbus.HeadProfile;
import dev.aisle.device.rfid.modbus.HeadProfiles;
import dev.aisle.device.rfid.modbus.ProfileMistakes;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.text.Part;
import java.io.IOException;
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

  /** Units of a serial line (Modbus over serial line V1.02, 2.2). */
  private static final int HIGHEST_UNIT = 247;

  /** A device with its own network port may be 255 (Modbus messaging on TCP/IP V1.0b, 4.4.1.2). */
  private static final int HIGHEST_UNIT_ON_TCP = 255;

  private final DeviceReader devices;

  ModbusSettingsReader(DeviceReader devices) {
    this.devices = devices;
  }

  Optional<SiteDevice> tagHead(DeviceReader.DevicePart device) {
    Part part = device.part();
    SiteDevice.ModbusWire wire = wire(device, "192.168.1.20:502");
    Optional<HeadProfile> profile = profile(part);
    Map<Integer, SiteDevice.Antenna> heads = new LinkedHashMap<>();
    boolean several = part.has("heads");
    List<Part.Item> readPoint = part.texts("read_point");
    if (several && !readPoint.isEmpty()) {
      part.fault(
          "read_point", FaultKind.FOR_ONE_HEAD, "is for one head; with 'heads' it is given there");
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
        : profile.map(
            known ->
                new SiteDevice.TagHead(
                    device.name(),
                    device.driver(),
                    wire,
                    known,
                    several,
                    heads,
                    device.simulated()));
  }

  /** One that comes with the program, or a file of one's own. */
  private static Optional<HeadProfile> profile(Part part) {
    Optional<String> name = part.text("profile");
    if (name.isEmpty()) {
      return Optional.of(HeadProfiles.standard());
    }
    if (!name.get().endsWith(".yaml") && !HeadProfiles.shipped().contains(name.get())) {
      part.fault(
          "profile",
          Part.noneOf(name.get(), new LinkedHashSet<>(HeadProfiles.shipped())),
          Part.notOneOf(name.get(), new LinkedHashSet<>(HeadProfiles.shipped()))
              + ", and no file *.yaml");
      return Optional.empty();
    }
    try {
      return Optional.of(HeadProfiles.find(name.get(), part.reading().folder()));
    } catch (IOException e) {
      part.fault(
          "profile",
          FaultReason.of(FaultKind.UNREADABLE_FILE, Map.of("given", name.get())),
          "the file '%s' cannot be read".formatted(name.get()));
    } catch (ProfileMistakes e) {
      part.fault(
          "profile",
          FaultReason.of(
              FaultKind.BAD_PROFILE,
              Map.of(
                  "given", name.get(),
                  "count", Integer.toString(e.faults().size()),
                  "line",
                      e.faults().isEmpty() ? "1" : Integer.toString(e.faults().getFirst().line()))),
          String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  public Optional<SiteDevice> plc(DeviceReader.DevicePart device) {
    Part part = device.part();
    SiteDevice.ModbusWire wire = wire(device, "192.168.1.30:502");
    Optional<Integer> unit = part.has("unit") ? Optional.of(wire.unit()) : Optional.empty();
    Optional<PlcPlan> plan = new PlcPartReader(devices.reading(), part).read(unit);
    devices.unique(device, "address", wire.address(), " unit " + wire.unit());
    return plan.map(
        known ->
            new SiteDevice.Plc(device.name(), device.driver(), wire, known, device.simulated()));
  }

  /** The wire; RTU is a serial path, the other two are host:port. */
  public SiteDevice.ModbusWire wire(DeviceReader.DevicePart device, String example) {
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
    int unit =
        part.whole(
                "unit", 1, mode == SiteDevice.ModbusMode.TCP ? HIGHEST_UNIT_ON_TCP : HIGHEST_UNIT)
            .orElse(1);
    int baud =
        serial
            ? part.whole("baud", 1200, 921_600).orElse(SiteDevice.ModbusWire.USUAL_BAUD)
            : SiteDevice.ModbusWire.USUAL_BAUD;
    String parity = serial ? part.word("parity", PARITIES).orElse("none") : "none";
    int stopBits = serial ? part.whole("stop_bits", 1, 2).orElse(1) : 1;
    return new SiteDevice.ModbusWire(mode, address, baud, parity, stopBits, unit);
  }
}
