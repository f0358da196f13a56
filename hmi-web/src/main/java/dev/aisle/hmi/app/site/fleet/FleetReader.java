package dev.aisle.hmi.app.site.fleet;

import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.DialectOverrides;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code vehicles:}. */
public final class FleetReader {
  private static final int LONGEST_MM = 20_000;
  private static final double FASTEST_MPS = 5;
  private static final double USUAL_SPEED_MPS = 1.5;

  private static final Set<Site.NodeUse> HOMES = Set.of(Site.NodeUse.CHARGER, Site.NodeUse.PARKING);

  /** VDA 5050 2.1.0 §6.10: a vehicle reports every 30 s at the latest, asked or not. */
  private static final int SLOWEST_REPORT_S = 30;

  private final Reading reading;
  private final List<Site.Vehicle> vehicles = new ArrayList<>();
  private final Map<String, String> bySerial = new HashMap<>();
  private final Map<String, String> byHome = new HashMap<>();

  private FleetReader(Reading reading) {
    this.reading = reading;
  }

  public static List<Site.Vehicle> read(Part site) {
    FleetReader reader = new FleetReader(site.reading());
    site.parts("vehicles", reader::vehicle);
    return reader.vehicles;
  }

  private void vehicle(String id, Part part) {
    reading.define(Kind.VEHICLE, id, part.at(), part.where());
    if (reading.isDefined(Kind.NODE, id)) {
      reading.fault(part.at(), part.where(), "a node has the same id");
    }
    Optional<String> driver = part.text("driver", "vda5050");
    driver
        .filter(word -> !word.equals("vda5050"))
        .ifPresent(word -> part.notOneOf("driver", word, Set.of("vda5050")));
    Optional<Version> version = ProfileReader.version(part);
    DialectOverrides dialect = ProfileReader.dialect(part);
    StatedCapabilities stated = ProfileReader.stated(part);
    Optional<String> manufacturer =
        part.text("manufacturer", "acme").map(text -> topic(part, "manufacturer", text));
    Optional<String> serial =
        part.text("serial", "\"0001\"").map(text -> topic(part, "serial", text));
    OptionalInt length = required(part, "length_mm", 100, LONGEST_MM, "1200");
    OptionalInt width = required(part, "width_mm", 100, LONGEST_MM, "800");
    double speed = part.number("max_speed_mps", 0.05, FASTEST_MPS).orElse(USUAL_SPEED_MPS);
    Optional<String> home = part.text("parks_at", "C1");
    OptionalInt report = part.whole("report_every_s", 1, SLOWEST_REPORT_S);
    boolean simulated = part.flag("simulated");
    String type = part.text("type").orElse("");
    part.done();
    home.ifPresent(node -> home(id, node, part));
    if (manufacturer.isPresent() && serial.isPresent()) {
      String other = bySerial.putIfAbsent(manufacturer.get() + "/" + serial.get(), id);
      if (other != null) {
        part.fault("serial", "'%s' has the same manufacturer and serial".formatted(other));
      }
    }
    if (manufacturer.isPresent()
        && serial.isPresent()
        && length.isPresent()
        && width.isPresent()
        && home.isPresent()) {
      vehicles.add(
          new Site.Vehicle(
              id,
              driver.orElse("vda5050"),
              new VehicleProfile(
                  new VehicleId(id), manufacturer.get(), serial.get(), version, dialect, stated),
              length.getAsInt(),
              width.getAsInt(),
              speed,
              home.get(),
              simulated,
              report,
              type));
    }
  }

  private void home(String id, String node, Part part) {
    reading.useNode(node, HOMES, part.at("parks_at"), part.way("parks_at"));
    String other = byHome.putIfAbsent(node, id);
    if (other != null) {
      part.fault("parks_at", "'%s' parks there already".formatted(other));
    }
  }

  private static OptionalInt required(Part part, String key, int least, int most, String example) {
    if (!part.has(key)) {
      part.missing(key, example);
      return OptionalInt.empty();
    }
    return part.whole(key, least, most);
  }

  /** Both words become levels of MQTT topics (VDA 5050 2.1.0 §6.4 allows A-Z a-z 0-9 _ . : -). */
  private static String topic(Part part, String key, String text) {
    if (!text.matches("[A-Za-z0-9_.:-]+")) {
      part.fault(key, "'%s' may only have letters, digits and _ . : -".formatted(text));
    }
    return text;
  }
}
