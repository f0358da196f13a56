package dev.aisle.sim.fleet.floors;

import dev.aisle.agv.roadmap.NodeKind;

/**
 * Blocks of one-way aisles, up and down in turn, with slots and homes along both sides; between the
 * blocks and around them two highways in opposite directions. The hall is about as deep as it is
 * wide, so that ways grow with the root of the fleet only.
 */
final class Warehouse {
  /** Nodes of an aisle; each has two ends beside it. */
  private static final int AISLE = 16;

  /** From one pair of highways to the next. */
  private static final int DEEP = AISLE + 2;

  /** Of the ends beside an aisle every third is a home. */
  private static final int HOMES_AMONG = 3;

  /** Columns from one aisle to the next. */
  private static final int APART = 3;

  private final FloorPlan plan = new FloorPlan();
  private int ends;

  private Warehouse() {}

  static FleetFloor of(FleetLayout layout, int vehicles) {
    int homesAnAisle = 2 * AISLE / HOMES_AMONG;
    int wanted = Math.max(4, (vehicles + homesAnAisle - 1) / homesAnAisle);
    int blocks = Math.max(1, (int) Math.round(Math.sqrt(wanted * (double) APART / DEEP)));
    int inBlock = (wanted + blocks - 1) / blocks;
    return new Warehouse().draw(blocks, inBlock + inBlock % 2).floor(layout, vehicles);
  }

  private FloorPlan draw(int blocks, int aisles) {
    int columns = APART * (aisles - 1) + 1;
    for (int highway = 0; highway <= blocks; highway++) {
      for (int x = 0; x < columns; x++) {
        plan.node(
            eastward(highway, x), FloorPlan.CELL_M * x, FloorPlan.CELL_M * (highway * DEEP - 1));
        plan.node(westward(highway, x), FloorPlan.CELL_M * x, FloorPlan.CELL_M * (highway * DEEP));
      }
      for (int x = 0; x + 1 < columns; x++) {
        plan.oneWay(eastward(highway, x), eastward(highway, x + 1));
        plan.oneWay(westward(highway, x + 1), westward(highway, x));
      }
      for (int aisle = 0; aisle < aisles; aisle++) {
        plan.twoWay(eastward(highway, APART * aisle), westward(highway, APART * aisle));
      }
    }
    for (int block = 0; block < blocks; block++) {
      for (int aisle = 0; aisle < aisles; aisle++) {
        String[] way = aisle(block, block * aisles + aisle, APART * aisle);
        plan.oneWay(aisle % 2 == 0 ? way : turned(way));
      }
    }
    return plan;
  }

  /** The nodes of one aisle from the highway below it to that above, with what lies beside it. */
  private String[] aisle(int block, int aisle, int x) {
    String[] way = new String[AISLE + 2];
    way[0] = westward(block, x);
    way[AISLE + 1] = eastward(block + 1, x);
    for (int i = 1; i <= AISLE; i++) {
      way[i] = "A" + aisle + "-" + i;
      plan.node(way[i], FloorPlan.CELL_M * x, FloorPlan.CELL_M * (block * DEEP + i));
      for (int side : new int[] {-1, 1}) {
        boolean home = ends++ % HOMES_AMONG == 0;
        String end = "%s-%02d-%02d%s".formatted(home ? "C" : "S", aisle, i, side < 0 ? "L" : "R");
        NodeKind kind = home ? NodeKind.CHARGER : NodeKind.SLOT;
        plan.spur(end, kind, way[i], side * FloorPlan.CELL_M, 0);
      }
    }
    return way;
  }

  private static String eastward(int highway, int x) {
    return "E" + highway + "-" + x;
  }

  private static String westward(int highway, int x) {
    return "W" + highway + "-" + x;
  }

  private static String[] turned(String[] way) {
    String[] back = new String[way.length];
    for (int i = 0; i < way.length; i++) {
      back[i] = way[way.length - 1 - i];
    }
    return back;
  }
}
