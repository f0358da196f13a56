package dev.aisle.hmi.testing;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.Site;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A floor with one dock, one slot, one charger and one simulated vehicle, on one ring. */
public final class SmallSite {
  private SmallSite() {}

  public static Site site() {
    return new Site(
        "small",
        ZoneId.of("Asia/Shanghai"),
        "9521141",
        1,
        new Site.Floor(
            List.of(
                new Site.Node("D1", 0, 0, Site.NodeUse.DOCK, 1, ""),
                new Site.Node("S-01-01", 4, 0, Site.NodeUse.SLOT, 1, "ambient"),
                new Site.Node("C1", 8, 0, Site.NodeUse.CHARGER, 0, ""),
                new Site.Node("L-1", 0, 2, Site.NodeUse.LANE, 0, ""),
                new Site.Node("L-2", 4, 2, Site.NodeUse.LANE, 0, ""),
                new Site.Node("L-3", 8, 2, Site.NodeUse.LANE, 0, "")),
            List.of(
                new Site.Lane("L-1", "L-2", 1.5),
                new Site.Lane("L-2", "L-3", 1.5),
                new Site.Lane("L-3", "L-1", 1.5),
                new Site.Lane("D1", "L-1", 0.6),
                new Site.Lane("L-1", "D1", 0.6),
                new Site.Lane("S-01-01", "L-2", 0.6),
                new Site.Lane("L-2", "S-01-01", 0.6),
                new Site.Lane("C1", "L-3", 0.6),
                new Site.Lane("L-3", "C1", 0.6)),
            List.of()),
        List.of(
            new Site.Vehicle(
                "AGV-01",
                "vda5050",
                VehicleProfile.of(
                    new Vda5050Vehicle(new VehicleId("AGV-01"), "acme", "0001", Version.V2_1)),
                1200,
                800,
                1.5,
                "C1",
                true,
                OptionalInt.empty())),
        List.of(),
        List.of(),
        List.of(new Site.Station("DOCK-1", List.of("D1"), List.of("receive"), Optional.empty())),
        List.of(),
        new Site.Policies(List.of("nearest-free"), new Site.Charging(25, 80), 40),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
