package dev.aisle.agv.handover;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All RFID gates of a floor and what they read lately. Never changes: whatever is read makes new
 * ones. That a load was read is noted with its transport, which outlives the program; of the rest a
 * little is kept for a minute, to tell which other load went through.
 */
public final class Gates {
  /** A floor without gates. */
  public static final Gates NONE = new Gates(Map.of(), Map.of());

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_READS = 32;

  private final Map<String, String> byNode;
  private final Map<String, List<GateRead>> reads;

  private Gates(Map<String, String> byNode, Map<String, List<GateRead>> reads) {
    this.byNode = byNode;
    this.reads = reads;
  }

  /**
   * @throws IllegalArgumentException if a node is none of the roadmap, or has two gates
   */
  public static Gates of(Collection<Gate> gates, Roadmap map) {
    Map<String, String> byNode = new HashMap<>();
    for (Gate gate : gates) {
      for (String node : gate.nodes()) {
        if (!map.has(node)) {
          throw new IllegalArgumentException(
              "gate %s: there is no node %s".formatted(gate.id(), node));
        }
        if (byNode.put(node, gate.id()) != null) {
          throw new IllegalArgumentException("node %s has two gates".formatted(node));
        }
      }
    }
    return new Gates(byNode, Map.of());
  }

  public boolean isEmpty() {
    return byNode.isEmpty();
  }

  /** The gate that has to read a load before it is set down at a node. */
  public Optional<String> before(String node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /**
   * The gate that still has to read the load of a transport, or a person to accept it, before it is
   * set down. What is brought back after it was called off is set down unread.
   */
  public Optional<String> barring(TransportRecord record) {
    return record.takenBack().isPresent() || record.isCleared()
        ? Optional.empty()
        : before(record.request().toNode());
  }

  /** A gate has read a load. */
  public Gates read(String gate, String load, Instant at) {
    if (!byNode.containsValue(gate)) {
      return this;
    }
    List<GateRead> kept = of(gate).filter(read -> read.at().plus(REMEMBERED).isAfter(at)).toList();
    List<GateRead> last = kept.subList(Math.max(0, kept.size() - MOST_READS + 1), kept.size());
    Map<String, List<GateRead>> all = new HashMap<>(reads);
    all.put(gate, Stream.concat(last.stream(), Stream.of(new GateRead(load, at))).toList());
    return new Gates(byNode, all);
  }

  /** Whether a gate has read a load since then. */
  public boolean hasRead(String gate, String load, Instant since) {
    return of(gate).anyMatch(read -> read.load().equals(load) && !read.at().isBefore(since));
  }

  /** What else a gate has read since then, latest last. */
  public Optional<GateRead> lastOther(
      String gate, String load, Instant since, Predicate<GateRead> counts) {
    return of(gate)
        .filter(read -> !read.load().equals(load) && !read.at().isBefore(since))
        .filter(counts)
        .reduce((before, after) -> after);
  }

  private Stream<GateRead> of(String gate) {
    return reads.getOrDefault(gate, List.of()).stream();
  }
}
