package dev.aisle.hmi.app.site.device;

import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.text.Part;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the entries of UHF readers of every make. */
final class UhfSettingsReader {
  public static final List<String> DRIVERS = List.copyOf(UhfMakes.drivers());

  /** No reader of the four makes sends with more. */
  static final int STRONGEST_DBM = 33;

  private static final int HIGHEST_BUS_ADDRESS = 255;

  /** The words of the radio regions, such as {@code china-900}. */
  public static final Set<String> REGIONS =
      Arrays.stream(Region.values())
          .map(region -> region.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.toCollection(LinkedHashSet::new));

  static final Set<String> ON_A_BUS = Set.of("rfid-a0", "rfid-chafon");

  /** Antenna ports of the largest model of a make. */
  private static final Map<String, Integer> ANTENNAS =
      Map.of("rfid-bb", 1, "rfid-a0", 8, "rfid-chafon", 16, "rfid-thingmagic", 4);

  private final DeviceReader devices;

  UhfSettingsReader(DeviceReader devices) {
    this.devices = devices;
  }

  public Optional<SiteDevice> read(DeviceReader.DevicePart device) {
    Part part = device.part();
    Optional<String> port = devices.address(device, "port", true, true, "/dev/ttyUSB0");
    OptionalInt baud = part.whole("baud", 1200, 921_600);
    OptionalInt address =
        ON_A_BUS.contains(device.driver())
            ? part.whole("address", 0, HIGHEST_BUS_ADDRESS)
            : OptionalInt.empty();
    Optional<String> region = part.word("region", REGIONS);
    OptionalInt power = part.whole("power_dbm", 0, STRONGEST_DBM);
    OptionalInt session = part.whole("session", 0, 3);
    Optional<String> serial = part.text("expects_serial");
    if (!part.has("antennas")) {
      part.missing("antennas", "{1: D1-portal}");
    }
    Map<Integer, SiteDevice.Antenna> antennas = devices.antennas(part, "antennas", "side");
    int most = ANTENNAS.getOrDefault(device.driver(), 1);
    antennas.keySet().stream()
        .filter(number -> number > most)
        .forEach(
            number ->
                part.fault(
                    "antennas",
                    FaultReason.of(
                        FaultKind.NO_SUCH_ANTENNA,
                        Map.of("given", Integer.toString(number), "most", Integer.toString(most))),
                    "no %s has an antenna %d; the largest has %d"
                        .formatted(device.driver(), number, most)));
    devices.unique(
        device, "port", port, address.isPresent() ? " address " + address.getAsInt() : "");
    return Optional.of(
        new SiteDevice.UhfReader(
            device.name(),
            device.driver(),
            port,
            baud,
            address,
            region,
            power,
            session,
            antennas,
            serial,
            device.simulated()));
  }
}
