package dev.aisle.agv.roadmap;

/** What stands at a node. Everything but a lane node is an end point: nobody drives through it. */
public enum NodeKind {
  LANE,
  SLOT,
  DOCK,
  STATION,
  CHARGER,
  PARKING;

  /** True where vehicles stop and turn back, and through which no route of another may lead. */
  public boolean isEndpoint() {
    return this != LANE;
  }

  /** True where a vehicle may rest for as long as it likes. */
  public boolean isHome() {
    return this == CHARGER || this == PARKING;
  }
}
