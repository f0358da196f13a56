package dev.aisle.sim.fleet.floors;

import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Dialect.DeviationKey;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.agv.vda5050.Dialect.StitchingActions;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A version and dialect of VDA 5050, and how long an order the software can hold.
 *
 * @param mostNodes in an order; 0 without a limit
 */
public record Speech(Version version, Dialect dialect, int mostNodes) {

  /** Short, yet enough to drive on without a halt. */
  private static final int SHORT_ORDER = 8;

  /** Every version in every dialect that vehicles of it are known to have. */
  public static List<Speech> all() {
    List<Speech> all = new ArrayList<>();
    for (InstantActionsKey key : InstantActionsKey.values()) {
      for (DeviationKey deviation : DeviationKey.values()) {
        add(all, Dialect.standard(Version.V2_0).with(key).with(deviation), Version.V2_0);
      }
      add(all, Dialect.standard(Version.V2_1).with(key), Version.V2_1);
    }
    add(all, Dialect.standard(Version.V2_1).with(StitchingActions.REPEATED), Version.V2_1);
    add(all, Dialect.standard(Version.V3_0), Version.V3_0);
    add(all, Dialect.standard(Version.V3_0), Version.V3_0, SHORT_ORDER);
    add(all, Dialect.standard(Version.V2_1), Version.V2_1, SHORT_ORDER);
    return List.copyOf(all);
  }

  /** One after the other; neighbours in a fleet differ in version as often as possible. */
  public static Speech of(int number) {
    List<Speech> all = all();
    Version[] versions = Version.values();
    Version version = versions[number % versions.length];
    List<Speech> same = all.stream().filter(one -> one.version == version).toList();
    return same.get(number / versions.length % same.size());
  }

  VehicleSpec spokenBy(VehicleSpec vehicle) {
    return vehicle.speaking(version, dialect, mostNodes);
  }

  private static void add(List<Speech> all, Dialect dialect, Version version) {
    add(all, dialect, version, 0);
  }

  private static void add(List<Speech> all, Dialect dialect, Version version, int mostNodes) {
    all.add(new Speech(version, dialect, mostNodes));
  }
}
