package dev.aisle.agv.floor;

import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.roadmap.NodeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Floors on which a fleet of 20 to 50 vehicles locks up as soon as who passes first is decided on
 * the spot. Lanes are 2 m, vehicles 1.2 m by 0.8 m.
 */
final class AdversarialFloors {
  private AdversarialFloors() {}

  /** Two halls and between them one lane of 16 m that both directions share, without a bay. */
  static Floor headOn(int vehicles) {
    FloorBuilder f = new FloorBuilder();
    int columns = (vehicles + 1) / 2 / 2 + 3;
    double east = 2.0 * (columns - 1) + 2 * 9;
    hall(f, "W", 0, columns, vehicles / 2);
    hall(f, "E", east, columns, vehicles - vehicles / 2);
    for (int c = 0; c < 8; c++) {
      f.lane("L" + c, 2.0 * columns + 2.0 * c, 4);
    }
    f.twoWay("WR2", "L0", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "EL2");
    return f.floor("head-on lane", vehicles);
  }

  /** A one-way ring 8 m deep; half of the homes and three stations above it and below it. */
  private static void hall(FloorBuilder f, String name, double xM, int columns, int homes) {
    for (int c = 0; c < columns; c++) {
      f.lane(name + "A" + c, xM + 2.0 * c, 0);
      f.lane(name + "B" + c, xM + 2.0 * c, 8);
    }
    for (int r = 1; r < 4; r++) {
      f.lane(name + "L" + r, xM, 2.0 * r);
      f.lane(name + "R" + r, xM + 2.0 * (columns - 1), 2.0 * r);
    }
    for (int c = 0; c + 1 < columns; c++) {
      f.oneWay(name + "A" + c, name + "A" + (c + 1));
      f.oneWay(name + "B" + (c + 1), name + "B" + c);
    }
    String right = name + "A" + (columns - 1);
    f.oneWay(right, name + "R1", name + "R2", name + "R3", name + "B" + (columns - 1));
    f.oneWay(name + "B0", name + "L3", name + "L2", name + "L1", name + "A0");
    for (int i = 0; i < 2 * columns; i++) {
      boolean below = i % 2 == 0;
      boolean home = i < homes;
      f.spur(
          name + (home ? "C" : "T") + i,
          home ? NodeKind.PARKING : NodeKind.STATION,
          name + (below ? "A" : "B") + i / 2,
          0,
          below ? -2 : 2);
    }
  }

  /** A one-way ring with one node more than there are vehicles; each has its home outside it. */
  static Floor fullRing(int vehicles) {
    FloorBuilder f = new FloorBuilder();
    int nodes = vehicles + 1 + (vehicles + 1) % 2;
    int columns = nodes / 2 - 3;
    String[] ring = new String[nodes + 1];
    for (int n = 0; n < nodes; n++) {
      ring[n] = "N" + n;
      if (n < columns) {
        f.lane(ring[n], 2.0 * n, 0);
      } else if (n < columns + 3) {
        f.lane(ring[n], 2.0 * (columns - 1), 2.0 * (n - columns + 1));
      } else if (n < 2 * columns + 3) {
        f.lane(ring[n], 2.0 * (2 * columns + 2 - n), 8);
      } else {
        f.lane(ring[n], 0, 2.0 * (2 * columns + 6 - n));
      }
    }
    ring[nodes] = ring[0];
    f.oneWay(ring);
    for (int n = 0; n < nodes && n < vehicles; n++) {
      boolean below = n < columns;
      boolean right = !below && n < columns + 3;
      boolean above = !below && !right && n < 2 * columns + 3;
      f.spur(
          "C" + n,
          NodeKind.PARKING,
          ring[n],
          right ? 2 : below || above ? 0 : -2,
          below ? -2 : above ? 2 : 0);
    }
    for (int n = 1; n + 1 < columns; n++) {
      f.spur("T" + n, NodeKind.STATION, ring[n], 0, 2);
    }
    return f.floor("full ring", vehicles);
  }

  /** A tree: one two-way lane, and from each of its nodes a blind alley to a station. */
  static Floor deadEnds(int vehicles) {
    FloorBuilder f = new FloorBuilder();
    int columns = vehicles / 2 + 1;
    for (int c = 0; c < columns; c++) {
      String at = "L" + c;
      f.lane(at, 4.0 * c, 0);
      f.lane(at + "e", 4.0 * c + 2, 0);
      f.twoWay(at, at + "e");
      if (c > 0) {
        f.twoWay("L" + (c - 1) + "e", at);
      }
      f.bay(at + "u", at, 0, 2).bay(at + "v", at + "u", 0, 2);
      f.spur("T" + c, NodeKind.STATION, at + "v", 0, 2);
      f.spur("U" + c, NodeKind.STATION, at + "v", 2, 0);
      f.spur("C" + 2 * c, NodeKind.PARKING, at, 0, -2);
      f.spur("C" + (2 * c + 1), NodeKind.PARKING, at + "e", 0, -2);
    }
    return f.floor("dead ends", vehicles);
  }

  /** A grid of two-way aisles that all cross each other; homes and stations at their ends. */
  static Floor crossings(int vehicles) {
    FloorBuilder f = new FloorBuilder();
    int side = vehicles / 2;
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        f.lane(x + "/" + y, 2.0 * x, 2.0 * y);
        if (x > 0) {
          f.twoWay((x - 1) + "/" + y, x + "/" + y);
        }
        if (y > 0) {
          f.twoWay(x + "/" + (y - 1), x + "/" + y);
        }
      }
    }
    for (int i = 0; i < side; i++) {
      f.spur("S" + i, NodeKind.PARKING, i + "/0", 0, -2);
      f.spur("N" + i, i % 4 == 0 ? NodeKind.STATION : NodeKind.PARKING, i + "/" + (side - 1), 0, 2);
      f.spur("W" + i, NodeKind.STATION, "0/" + i, -2, 0);
      f.spur("E" + i, i % 2 == 0 ? NodeKind.PARKING : NodeKind.STATION, (side - 1) + "/" + i, 2, 0);
    }
    return f.floor("crossing aisles", vehicles);
  }

  /**
   * A warehouse of one-way streets in alternating directions, 8 m apart, joined at every eleventh
   * node; homes lie evenly among the stands above the streets.
   */
  static Floor warehouse(int streets, int columns, int vehicles) {
    FloorBuilder f = new FloorBuilder();
    for (int s = 0; s < streets; s++) {
      for (int c = 0; c < columns; c++) {
        String at = s + "/" + c;
        f.lane(at, 2.0 * c, 8.0 * s);
        if (c > 0) {
          f.oneWay(s % 2 == 0 ? s + "/" + (c - 1) : at, s % 2 == 0 ? at : s + "/" + (c - 1));
        }
      }
    }
    for (int c = 0; c < columns; c += 11) {
      boolean up = c / 11 % 2 == 1;
      joins(f, streets, c, up);
      if (c + 11 >= columns && c != columns - 1) {
        joins(f, streets, columns - 1, !up);
      }
    }
    List<String> sides = new ArrayList<>();
    for (int s = 0; s < streets; s++) {
      for (int c = 0; c < columns; c++) {
        if (c % 11 != 0 && c != columns - 1) {
          sides.add(s + "/" + c);
        }
      }
    }
    for (int i = 0; i < sides.size(); i++) {
      boolean home = i * vehicles / sides.size() < (i + 1) * vehicles / sides.size();
      NodeKind kind = home ? NodeKind.PARKING : NodeKind.SLOT;
      f.spur((home ? "C" : "U") + i, kind, sides.get(i), 0, 2);
      f.spur("D" + i, NodeKind.SLOT, sides.get(i), 0, -2);
    }
    return f.floor("warehouse of " + vehicles, vehicles);
  }

  private static void joins(FloorBuilder f, int streets, int c, boolean up) {
    for (int s = 0; s + 1 < streets; s++) {
      String[] chain = new String[5];
      for (int r = 0; r < 5; r++) {
        chain[r] = r == 0 ? s + "/" + c : r == 4 ? (s + 1) + "/" + c : "J" + s + "/" + c + "/" + r;
        if (r > 0 && r < 4) {
          f.lane(chain[r], 2.0 * c, 8.0 * s + 2.0 * r);
        }
      }
      if (up) {
        f.oneWay(chain);
      } else {
        f.oneWay(chain[4], chain[3], chain[2], chain[1], chain[0]);
      }
    }
  }
}
