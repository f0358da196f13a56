package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** To which read points the reads of each antenna go. */
final class Routes {
  private static final Route[] NOWHERE = new Route[0];

  private final Map<String, Route[][]> byReader = new HashMap<>();

  /**
   * @param antenna its place among the antennas of the point
   */
  public record Route(PointState point, int antenna) {}

  public void add(AntennaRef antenna, Route route) {
    Route[][] known = byReader.getOrDefault(antenna.reader(), new Route[0][]);
    Route[][] byAntenna = new Route[Math.max(known.length, antenna.antenna() + 1)][];
    for (int i = 0; i < byAntenna.length; i++) {
      byAntenna[i] = i < known.length ? known[i] : NOWHERE;
    }
    Route[] before = byAntenna[antenna.antenna()];
    Route[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = route;
    byAntenna[antenna.antenna()] = after;
    byReader.put(antenna.reader(), byAntenna);
  }

  public Route[] of(TagRead read) {
    Route[][] byAntenna = byReader.get(read.reader());
    int antenna = read.antenna();
    return byAntenna == null || antenna < 0 || antenna >= byAntenna.length
        ? NOWHERE
        : byAntenna[antenna];
  }
}
