package dev.aisle.sim.fleet.floors;

import dev.aisle.agv.roadmap.NodeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Floors for a fleet of a given size; all but the last were made to lock fleets up. */
public enum FleetLayout {
  /** One two-way lane between two yards, transports always across; a single bay in the middle. */
  HEAD_ON {
    @Override
    public FleetFloor of(int vehicles) {
      FloorPlan plan = new FloorPlan();
      int yard = (vehicles + 3) / 4 + STATIONS_A_YARD / 2;
      int length = 2 * yard + BARE_LANE;
      for (int i = 0; i < length; i++) {
        plan.node("L" + i, FloorPlan.CELL_M * i, 0);
      }
      plan.twoWay(chain("L", 0, length));
      plan.node("BAY", FloorPlan.CELL_M * (yard + BARE_LANE / 2), -FloorPlan.CELL_M);
      plan.twoWay("L" + (yard + BARE_LANE / 2), "BAY");
      for (int i = 0; i < yard; i++) {
        // stations lie nearest to the bare lane, so that everybody passes all homes of its side
        boolean station = i >= yard - STATIONS_A_YARD / 2;
        for (int side : new int[] {1, -1}) {
          double dy = side * FloorPlan.CELL_M;
          String name = i + (side > 0 ? "N" : "S");
          int east = length - 1 - i;
          plan.spur((station ? "W" : "CW") + name, end(station), "L" + i, 0, dy);
          plan.spur((station ? "E" : "CE") + name, end(station), "L" + east, 0, dy);
        }
      }
      return plan.floor(this, vehicles);
    }

    @Override
    public boolean mayGo(String from, String to) {
      return from.charAt(0) != to.charAt(0);
    }
  },

  /** A one-way ring on which everybody stands in the beginning, with one free cell. */
  FULL_RING {
    @Override
    public FleetFloor of(int vehicles) {
      FloorPlan plan = new FloorPlan();
      int width = Math.max(3, (vehicles + 1 - 2 * RING_HEIGHT + 1) / 2);
      List<String> ring = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        ring.add(cell(plan, "R" + i + "S", i, 0));
      }
      for (int i = 0; i < RING_HEIGHT; i++) {
        ring.add(cell(plan, "R" + i + "E", width, i));
      }
      for (int i = width; i > 0; i--) {
        ring.add(cell(plan, "R" + i + "N", i, RING_HEIGHT));
      }
      for (int i = RING_HEIGHT; i > 0; i--) {
        ring.add(cell(plan, "R" + i + "W", 0, i));
      }
      List<String> closed = new ArrayList<>(ring);
      closed.add(ring.getFirst());
      plan.oneWay(closed.toArray(String[]::new));
      int ends = 0;
      for (int i = 1; i < width; i++) {
        for (String side : new String[] {"S", "N"}) {
          double out = side.equals("S") ? -FloorPlan.CELL_M : FloorPlan.CELL_M;
          boolean station = ends++ % 5 == 2;
          plan.spur((station ? "T" : "C") + i + side, end(station), "R" + i + side, 0, out);
          plan.spur("C" + i + side + "-in", NodeKind.PARKING, "R" + i + side, 0, -out);
        }
      }
      // all cells but one, so there may be a vehicle more than asked for
      return plan.floor(this, ring.subList(0, ring.size() - 1));
    }
  },

  /** A one-way loop with two-way dead-end aisles; homes and stations lie deep in them. */
  DEAD_ENDS {
    @Override
    public FleetFloor of(int vehicles) {
      FloorPlan plan = new FloorPlan();
      int aisles = Math.max(3, (vehicles + 8) / 9);
      int columns = 3 * aisles;
      for (int i = 0; i < columns; i++) {
        plan.node("U" + i, FloorPlan.CELL_M * i, FloorPlan.CELL_M);
        plan.node("D" + i, FloorPlan.CELL_M * i, 0);
      }
      plan.oneWay(chain("U", 0, columns));
      plan.oneWay(reversed(chain("D", 0, columns)));
      plan.oneWay("U" + (columns - 1), "D" + (columns - 1));
      plan.oneWay("D0", "U0");
      for (int aisle = 0; aisle < aisles; aisle++) {
        deadEnd(plan, "T" + aisle, NodeKind.STATION, "U", 3 * aisle + 1, 1);
        deadEnd(plan, "C" + aisle, NodeKind.CHARGER, "D", 3 * aisle + 1, -1);
      }
      return plan.floor(this, vehicles);
    }
  },

  /** Two-way aisles that cross each other, everything along them. */
  CROSSING {
    @Override
    public FleetFloor of(int vehicles) {
      FloorPlan plan = new FloorPlan();
      int blocks = Math.max(3, (vehicles + 7) / 8);
      int size = BLOCK * blocks;
      for (int x = 0; x <= size; x++) {
        for (int y = 0; y <= size; y++) {
          if (x % BLOCK == 0 || y % BLOCK == 0) {
            cell(plan, "G" + x + "-" + y, x, y);
          }
        }
      }
      for (int line = 0; line <= size; line += BLOCK) {
        for (int i = 0; i < size; i++) {
          plan.twoWay("G" + i + "-" + line, "G" + (i + 1) + "-" + line);
          plan.twoWay("G" + line + "-" + i, "G" + line + "-" + (i + 1));
        }
      }
      for (int i = 0; i <= size; i++) {
        if (i % BLOCK != 0) {
          plan.spur("C" + i + "S", NodeKind.CHARGER, "G" + i + "-0", 0, -FloorPlan.CELL_M);
          plan.spur("C" + i + "N", NodeKind.CHARGER, "G" + i + "-" + size, 0, FloorPlan.CELL_M);
          plan.spur("C" + i + "W", NodeKind.PARKING, "G0-" + i, -FloorPlan.CELL_M, 0);
          plan.spur("C" + i + "E", NodeKind.PARKING, "G" + size + "-" + i, FloorPlan.CELL_M, 0);
        }
      }
      for (int x = 0; x < blocks; x++) {
        for (int y = 0; y < blocks; y++) {
          String at = "G" + (BLOCK * x + 1) + "-" + (BLOCK * y);
          plan.spur("T" + x + "-" + y, NodeKind.STATION, at, 0, FloorPlan.CELL_M);
        }
      }
      return plan.floor(this, vehicles);
    }
  },

  /** One-way aisles between two pairs of highways, as a warehouse would be laid out. */
  WAREHOUSE {
    @Override
    public FleetFloor of(int vehicles) {
      return Warehouse.of(this, vehicles);
    }
  };

  private static final int STATIONS_A_YARD = 6;
  private static final int BARE_LANE = 8;
  private static final int RING_HEIGHT = 3;
  private static final int DEPTH = 4;
  private static final int BLOCK = 3;

  /** The floor with so many vehicles. */
  public abstract FleetFloor of(int vehicles);

  /** Whether a transport leads from one stand to another here. */
  public boolean mayGo(String from, String to) {
    return !from.equals(to);
  }

  /** As typed. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its name as typed. */
  public static FleetLayout named(String name) {
    return Arrays.stream(values())
        .filter(layout -> layout.title().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no layout '%s', but %s"
                        .formatted(
                            name, Arrays.stream(values()).map(FleetLayout::title).toList())));
  }

  private static NodeKind end(boolean station) {
    return station ? NodeKind.STATION : NodeKind.CHARGER;
  }

  private static String cell(FloorPlan plan, String id, int column, int row) {
    plan.node(id, FloorPlan.CELL_M * column, FloorPlan.CELL_M * row);
    return id;
  }

  /** An aisle of some nodes with an end point on both sides of each, and one at its end. */
  private static void deadEnd(
      FloorPlan plan, String name, NodeKind kind, String row, int column, int up) {
    double dy = up * FloorPlan.CELL_M;
    String before = row + column;
    double baseY = up > 0 ? FloorPlan.CELL_M : 0;
    for (int deep = 1; deep <= DEPTH; deep++) {
      String node = "A" + name + "-" + deep;
      plan.node(node, FloorPlan.CELL_M * column, baseY + deep * dy);
      plan.twoWay(before, node);
      plan.spur(name + "-" + deep + "W", kind, node, -FloorPlan.CELL_M, 0);
      plan.spur(name + "-" + deep + "E", kind, node, FloorPlan.CELL_M, 0);
      before = node;
    }
    plan.spur(name + "-end", kind, before, 0, dy);
  }

  private static String[] chain(String row, int from, int to) {
    String[] names = new String[to - from];
    for (int i = from; i < to; i++) {
      names[i - from] = row + i;
    }
    return names;
  }

  private static String[] reversed(String[] chain) {
    String[] names = new String[chain.length];
    for (int i = 0; i < chain.length; i++) {
      names[i] = chain[chain.length - 1 - i];
    }
    return names;
  }
}
