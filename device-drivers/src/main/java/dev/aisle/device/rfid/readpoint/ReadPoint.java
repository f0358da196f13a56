package dev.aisle.device.rfid.readpoint;

import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.util.Map;
import java.util.Set;

/**
 * A logical reader: any antennas of any readers that together watch one place. An antenna may serve
 * several read points.
 *
 * @param antennas each with the line it belongs to
 * @param neighbours other read points that may hear the same tags; of those a tag passes the one
 *     that hears it clearly strongest
 * @param mostTags most tags kept at once; see {@code ReadPoints} for what happens beyond
 */
public record ReadPoint(
    String id,
    Map<AntennaRef, AntennaLine> antennas,
    SmoothingRules smoothing,
    PassRules rules,
    Set<String> neighbours,
    int mostTags) {

  public static final int USUAL_MOST_TAGS = 1_000;

  public ReadPoint {
    antennas = Map.copyOf(antennas);
    neighbours = Set.copyOf(neighbours);
    if (id.isBlank() || antennas.isEmpty() || mostTags < 1) {
      throw new IllegalArgumentException("a read point has a name, an antenna and room for a tag");
    }
    if (neighbours.contains(id)) {
      throw new IllegalArgumentException("%s cannot be its own neighbour".formatted(id));
    }
  }

  /** A read point of one antenna without neighbours. */
  public static ReadPoint of(
      String id, AntennaRef antenna, SmoothingRules smoothing, PassRules rules) {
    return new ReadPoint(
        id, Map.of(antenna, AntennaLine.NONE), smoothing, rules, Set.of(), USUAL_MOST_TAGS);
  }

  /** True when there are antennas at both lines, so that their order tells a direction. */
  public boolean hasBothLines() {
    return antennas.containsValue(AntennaLine.OUTER) && antennas.containsValue(AntennaLine.INNER);
  }
}
