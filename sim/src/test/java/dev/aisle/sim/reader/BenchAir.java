package dev.aisle.sim.reader;

import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Air in which a test says what lies before each antenna. */
public final class BenchAir implements AirField {
  static final int RSSI_DBM = -60;
  static final int KHZ = 920_500;
  static final int PHASE = 90;

  private final Map<Integer, List<EmulatedTag>> tags = new ConcurrentHashMap<>();
  private final Set<Integer> plugged = new ConcurrentSkipListSet<>(Set.of(1, 2, 3, 4));

  public void put(int antenna, EmulatedTag... there) {
    tags.put(antenna, List.of(there));
  }

  public void unplug(int antenna) {
    plugged.remove(antenna);
  }

  List<EmulatedTag> everything() {
    return tags.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public List<Echo> inventory(int antenna) {
    return tags.getOrDefault(antenna, List.of()).stream()
        .filter(tag -> !tag.isKilled())
        .map(tag -> new Echo(tag, RSSI_DBM, KHZ, PHASE))
        .toList();
  }

  @Override
  public boolean isConnected(int antenna) {
    return plugged.contains(antenna);
  }
}
