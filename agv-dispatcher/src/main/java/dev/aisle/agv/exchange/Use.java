package dev.aisle.agv.exchange;

import dev.aisle.agv.roadmap.NodeKind;
import java.util.Arrays;
import java.util.Optional;

/** What a node is for, in the words of the site file. */
public enum Use {
  LANE("lane", NodeKind.LANE),
  DOCK("dock", NodeKind.DOCK),
  SHIP_DOCK("ship-dock", NodeKind.DOCK),
  SLOT("slot", NodeKind.SLOT),
  PICK("pick", NodeKind.STATION),
  PACK("pack", NodeKind.STATION),
  CHARGER("charger", NodeKind.CHARGER),
  PARKING("parking", NodeKind.PARKING);

  private final String word;
  private final NodeKind kind;

  Use(String word, NodeKind kind) {
    this.word = word;
    this.kind = kind;
  }

  public String word() {
    return word;
  }

  public NodeKind kind() {
    return kind;
  }

  /** True where loads are picked up and set down. */
  public boolean hasLoads() {
    return kind.isEndpoint() && !kind.isHome();
  }

  /** The use of that word, or of that kind of node. */
  public static Optional<Use> of(String word) {
    return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
  }
}
