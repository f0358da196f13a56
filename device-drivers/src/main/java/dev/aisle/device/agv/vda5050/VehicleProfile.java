package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.VehicleId;
import java.util.List;
import java.util.Optional;

/**
 * How to speak with a vehicle, as far as the site file fixes it. What it leaves open is found out
 * from what the vehicle says of itself.
 *
 * @param version empty when the vehicle's messages shall tell
 */
public record VehicleProfile(
    VehicleId id,
    String manufacturer,
    String serial,
    Optional<Version> version,
    DialectOverrides dialect,
    StatedCapabilities stated) {

  /** Everything fixed, nothing stated of its capabilities. */
  public static VehicleProfile of(Vda5050Vehicle vehicle) {
    return new VehicleProfile(
        vehicle.id(),
        vehicle.manufacturer(),
        vehicle.serial(),
        Optional.of(vehicle.version()),
        DialectOverrides.all(vehicle.dialect()),
        StatedCapabilities.NOTHING);
  }

  /** The versions to listen for: one for each tree of topics that the vehicle may use. */
  public List<Version> possible() {
    return version.map(List::of).orElse(List.of(Version.V2_1, Version.V3_0));
  }

  /** How it is spoken to in that version, as far as nothing was found out. */
  public Vda5050Vehicle in(Version spoken) {
    return in(spoken, DialectOverrides.NONE);
  }

  /**
   * How it is spoken to in that version.
   *
   * @param found what the vehicle's messages told of its software
   */
  Vda5050Vehicle in(Version spoken, DialectOverrides found) {
    return new Vda5050Vehicle(
        id,
        spoken.interfaceName(),
        manufacturer,
        serial,
        spoken,
        dialect.over(found.over(Dialect.standard(spoken))));
  }
}
