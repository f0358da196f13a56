package dev.aisle.sim.fleet.floors;

import dev.aisle.agv.roadmap.NodeKind;

/**
 * One-way aisles, up and down in turn, with slots and homes along both sides; two highways in
 * opposite directions at either end of the aisles.
 */
final class Warehouse {
  /** Nodes of an aisle; each has two ends beside it. */
  private static final int AISLE = 16;

  /** Of the ends beside an aisle every third is a home. */
  private static final int HOMES_AMONG = 3;

  /** Columns from one aisle to the next. */
  private static final int APART = 3;

  private Warehouse() {}

  static FleetFloor of(FleetLayout layout, int vehicles) {
    int homesAnAisle = 2 * AISLE / HOMES_AMONG;
    int wanted = Math.max(4, (vehicles + homesAnAisle - 1) / homesAnAisle);
    int aisles = wanted + wanted % 2;
    int columns = APART * (aisles - 1) + 1;
    FloorPlan plan = new FloorPlan();
    int top = AISLE + 1;
    for (int x = 0; x < columns; x++) {
      node(plan, "SO", x, -1);
      node(plan, "SI", x, 0);
      node(plan, "NI", x, top);
      node(plan, "NO", x, top + 1);
    }
    for (int x = 0; x + 1 < columns; x++) {
      plan.oneWay("SI" + (x + 1), "SI" + x);
      plan.oneWay("SO" + x, "SO" + (x + 1));
      plan.oneWay("NI" + x, "NI" + (x + 1));
      plan.oneWay("NO" + (x + 1), "NO" + x);
    }
    int ends = 0;
    for (int aisle = 0; aisle < aisles; aisle++) {
      int x = APART * aisle;
      plan.twoWay("SO" + x, "SI" + x);
      plan.twoWay("NI" + x, "NO" + x);
      String[] way = new String[AISLE + 2];
      way[0] = "SI" + x;
      way[AISLE + 1] = "NI" + x;
      for (int y = 1; y <= AISLE; y++) {
        way[y] = "A" + aisle + "-" + y;
        plan.node(way[y], FloorPlan.CELL_M * x, FloorPlan.CELL_M * y);
        for (int side : new int[] {-1, 1}) {
          boolean home = ends++ % HOMES_AMONG == 0;
          String end = "%s-%02d-%02d%s".formatted(home ? "C" : "S", aisle, y, side < 0 ? "L" : "R");
          NodeKind kind = home ? NodeKind.CHARGER : NodeKind.SLOT;
          plan.spur(end, kind, way[y], side * FloorPlan.CELL_M, 0);
        }
      }
      plan.oneWay(aisle % 2 == 0 ? way : turned(way));
    }
    return plan.floor(layout, vehicles);
  }

  private static void node(FloorPlan plan, String row, int x, int y) {
    plan.node(row + x, FloorPlan.CELL_M * x, FloorPlan.CELL_M * y);
  }

  private static String[] turned(String[] way) {
    String[] back = new String[way.length];
    for (int i = 0; i < way.length; i++) {
      back[i] = way[way.length - 1 - i];
    }
    return back;
  }
}
