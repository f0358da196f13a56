package dev.aisle.agv.floor;

import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import java.util.List;

/** Floors to try the dispatcher on. Lanes are 2 m, vehicles 1.2 m by 0.8 m. */
final class Floors {
  private Floors() {}

  record Floor(String name, Roadmap map, List<VehicleSpec> vehicles) {
    Floor withVehicles(int count) {
      return new Floor(name, map, vehicles.subList(0, count));
    }

    List<String> stands() {
      return map.nodes().stream()
          .filter(n -> n.kind().isEndpoint() && !n.kind().isHome())
          .map(Node::id)
          .toList();
    }
  }

  /** One-way ring of 20 m by 8 m with two cross aisles; everything else on two-way spurs. */
  static Floor warehouse() {
    FloorBuilder f = warehouseLanes();
    homes(f, NodeKind.CHARGER);
    return f.floor("warehouse", 6);
  }

  private static FloorBuilder warehouseLanes() {
    FloorBuilder f = new FloorBuilder();
    int columns = 11;
    for (int c = 0; c < columns; c++) {
      f.lane("A" + c, 2.0 * c, 0);
      f.lane("B" + c, 2.0 * c, 8);
    }
    for (int r = 1; r < 4; r++) {
      for (int c : new int[] {0, 3, 7, 10}) {
        f.lane("R" + c + "-" + r, 2.0 * c, 2.0 * r);
      }
    }
    for (int c = 0; c + 1 < columns; c++) {
      f.oneWay("A" + c, "A" + (c + 1));
      f.oneWay("B" + (c + 1), "B" + c);
    }
    f.oneWay("A10", "R10-1", "R10-2", "R10-3", "B10");
    f.oneWay("B0", "R0-3", "R0-2", "R0-1", "A0");
    f.oneWay("A3", "R3-1", "R3-2", "R3-3", "B3");
    f.oneWay("B7", "R7-3", "R7-2", "R7-1", "A7");
    for (int c = 1; c < columns - 1; c++) {
      f.spur("S-01-0" + c, NodeKind.SLOT, "A" + c, 0, -2);
    }
    for (int c : new int[] {1, 5, 9}) {
      f.spur("S-02-0" + c, NodeKind.SLOT, "A" + c, 0, 2);
    }
    f.spur("D1", NodeKind.DOCK, "B2", 0, 2);
    f.spur("D2", NodeKind.DOCK, "B4", 0, 2);
    f.spur("P1-A", NodeKind.STATION, "B6", 0, 2);
    f.spur("P1-B", NodeKind.STATION, "B8", 0, 2);
    f.spur("X1", NodeKind.DOCK, "B9", 0, -2);
    return f;
  }

  private static void homes(FloorBuilder f, NodeKind kind) {
    for (int r = 1; r < 4; r++) {
      f.spur("C" + r, kind, "R0-" + r, -2, 0);
      f.spur("C" + (r + 3), kind, "R10-" + r, 2, 0);
    }
  }

  /** The same warehouse with parking places as homes, and two chargers for all. */
  static Floor fewChargers() {
    FloorBuilder f = warehouseLanes();
    homes(f, NodeKind.PARKING);
    f.spur("E1", NodeKind.CHARGER, "B1", 0, -2);
    f.spur("E2", NodeKind.CHARGER, "B5", 0, -2);
    return f.floor("few chargers", 6);
  }

  /** One two-way lane with bays to step aside, stations at both ends and between. */
  static Floor singleLane() {
    FloorBuilder f = new FloorBuilder();
    for (int c = 0; c < 10; c++) {
      f.lane("L" + c, 2.0 * c, 0);
    }
    for (int c = 0; c + 1 < 10; c++) {
      f.twoWay("L" + c, "L" + (c + 1));
    }
    f.bay("BAY1", "L2", 0, -2);
    f.bay("BAY2", "L6", 0, -2);
    f.spur("W1", NodeKind.STATION, "L0", 0, 2);
    f.spur("W2", NodeKind.STATION, "L0", 0, -2);
    f.spur("E1", NodeKind.STATION, "L9", 0, 2);
    f.spur("E2", NodeKind.STATION, "L9", 0, -2);
    f.spur("M1", NodeKind.SLOT, "L4", 0, -2);
    f.spur("C1", NodeKind.PARKING, "L2", 0, 2);
    f.spur("C2", NodeKind.PARKING, "L5", 0, 2);
    f.spur("C3", NodeKind.PARKING, "L7", 0, 2);
    return f.floor("single lane", 3);
  }

  /** Three rings, one above the other, joined by two lifts. */
  static Floor threeLevels() {
    FloorBuilder f = new FloorBuilder();
    for (String level : List.of("low", "mid", "high")) {
      f.on(level);
      String n = level + "-";
      for (int c = 0; c < 5; c++) {
        f.lane(n + "A" + c, 2.0 * c, 0);
        f.lane(n + "B" + c, 2.0 * c, 4);
      }
      f.lane(n + "E", 8, 2).lane(n + "W", 0, 2);
      f.oneWay(n + "A0", n + "A1", n + "A2", n + "A3", n + "A4", n + "E", n + "B4");
      f.oneWay(n + "B4", n + "B3", n + "B2", n + "B1", n + "B0", n + "W", n + "A0");
      f.bay(n + "CAB-W", n + "W", -2, 0);
      f.bay(n + "CAB-E", n + "E", 2, 0);
      f.spur(n + "S1", NodeKind.SLOT, n + "A1", 0, -2);
      f.spur(n + "S2", NodeKind.SLOT, n + "A3", 0, -2);
      f.spur(n + "D1", NodeKind.DOCK, n + "B1", 0, 2);
      f.spur(n + "D2", NodeKind.DOCK, n + "B3", 0, 2);
    }
    f.on("low");
    f.spur("C1", NodeKind.CHARGER, "low-A0", 0, -2).spur("C2", NodeKind.CHARGER, "low-A2", 0, -2);
    f.spur("C3", NodeKind.CHARGER, "low-B2", 0, 2).spur("C4", NodeKind.CHARGER, "low-B4", 0, 2);
    f.lift("lift-W", "low-CAB-W", "mid-CAB-W", "high-CAB-W");
    f.lift("lift-E", "low-CAB-E", "mid-CAB-E", "high-CAB-E");
    return f.floor("three levels", 4);
  }

  /** A small one-way ring, nearly as many vehicles as it has nodes, dead ends all around. */
  static Floor ring() {
    FloorBuilder f = new FloorBuilder();
    f.lane("N0", 0, 0);
    f.lane("N1", 2, 0);
    f.lane("N2", 4, 0);
    f.lane("N3", 4, 2);
    f.lane("N4", 4, 4);
    f.lane("N5", 2, 4);
    f.lane("N6", 0, 4);
    f.lane("N7", 0, 2);
    f.oneWay("N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N0");
    f.spur("T0", NodeKind.STATION, "N0", 0, -2);
    f.spur("T2", NodeKind.STATION, "N2", 2, 0);
    f.spur("T4", NodeKind.STATION, "N4", 0, 2);
    f.spur("T6", NodeKind.STATION, "N6", -2, 0);
    f.spur("C1", NodeKind.CHARGER, "N1", 0, -2);
    f.spur("C2", NodeKind.CHARGER, "N3", 2, 0);
    f.spur("C3", NodeKind.CHARGER, "N5", 0, 2);
    f.spur("C4", NodeKind.CHARGER, "N7", -2, 0);
    f.spur("C5", NodeKind.PARKING, "N0", -2, 0);
    f.spur("C6", NodeKind.PARKING, "N4", 2, 0);
    return f.floor("ring", 6);
  }
}
