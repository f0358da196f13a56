package dev.aisle.sim;

import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.tag.LaidTags;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.sim.world.TagInField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The UHF readers of a played site, and the air around them. Thread-safe. */
final class PlayedReaders implements AutoCloseable {
  /** Plugged into every reader that has so many ports. */
  private static final int ANTENNAS = 4;

  /** So that tags laid by hand do not change what else is random. */
  private static final long LAID = 0x1A1D;

  private final Map<String, SimulatedReader> readers = new ConcurrentHashMap<>();
  private final TagMemories memories = new TagMemories();
  private final LaidTags laid;
  private final SplittableRandom random;
  private volatile Map<String, List<TagInField>> field = Map.of();
  private volatile double missed;
  private volatile double ghosts;

  PlayedReaders(SimConfig config) {
    random = new SplittableRandom(config.seed());
    laid = new LaidTags(new SplittableRandom(config.seed() ^ LAID));
    config.readers().forEach(spec -> readers.put(spec.name(), reader(spec)));
  }

  private SimulatedReader reader(ReaderSpec spec) {
    TagField air =
        new TagField(
            spec.name(),
            () -> field.getOrDefault(spec.name(), List.of()),
            laid,
            memories,
            () -> missed,
            () -> ghosts,
            ANTENNAS,
            random.split());
    return new SimulatedReader(spec, random.split(), air);
  }

  void open() {
    readers.values().forEach(SimulatedReader::open);
  }

  /** In place of one of that name, if there is one. */
  synchronized void play(ReaderSpec spec) {
    SimulatedReader before = readers.remove(spec.name());
    if (before != null) {
      before.close();
    }
    SimulatedReader begun = reader(spec);
    readers.put(spec.name(), begun);
    begun.open();
  }

  Map<String, SimulatedReader> byName() {
    return readers;
  }

  /** What each can hear from now on. */
  void show(Function<String, List<TagInField>> heard) {
    Map<String, List<TagInField>> now = new HashMap<>();
    readers.keySet().forEach(name -> now.put(name, heard.apply(name)));
    field = now;
  }

  LaidTags laid() {
    return laid;
  }

  void missed(double probability) {
    missed = probability;
  }

  void ghosts(double probability) {
    ghosts = probability;
  }

  @Override
  public synchronized void close() {
    readers.values().forEach(SimulatedReader::close);
  }
}
