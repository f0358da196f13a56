package dev.aisle.device.rfid.pass.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest passes of each read point, in memory; may be asked by any thread. What counted and
 * what did not are kept apart, so that no flood of ghosts can push out the passes that counted.
 */
public final class RecentPasses implements PassStore {
  private final int mostPerPoint;
  private final Map<String, Kept> points = new HashMap<>();

  private static final class Kept {
    final Map<Long, PassRecord> counted = new LinkedHashMap<>();
    final Map<Long, PassRecord> refused = new LinkedHashMap<>();
  }

  /**
   * @param mostPerPoint of each kind
   */
  public RecentPasses(int mostPerPoint) {
    if (mostPerPoint < 1) {
      throw new IllegalArgumentException("room for one pass at least");
    }
    this.mostPerPoint = mostPerPoint;
  }

  @Override
  public synchronized void keep(PassRecord pass) {
    Kept kept = points.computeIfAbsent(pass.readPoint(), id -> new Kept());
    boolean counted = pass.verdict().counted();
    Map<Long, PassRecord> into = counted ? kept.counted : kept.refused;
    (counted ? kept.refused : kept.counted).remove(pass.number());
    into.put(pass.number(), pass);
    if (into.size() > mostPerPoint) {
      into.remove(into.keySet().iterator().next());
    }
  }

  /** Newest decision first. */
  public synchronized List<PassRecord> newestFirst(String readPoint) {
    Kept kept = points.get(readPoint);
    if (kept == null) {
      return List.of();
    }
    List<PassRecord> all = new ArrayList<>(kept.counted.values());
    all.addAll(kept.refused.values());
    all.sort(Comparator.comparingLong(PassRecord::number).reversed());
    return all;
  }

  public synchronized Optional<PassRecord> find(long number) {
    return points.values().stream()
        .flatMap(
            kept ->
                Optional.ofNullable(kept.counted.get(number))
                    .or(() -> Optional.ofNullable(kept.refused.get(number)))
                    .stream())
        .findFirst();
  }

  /** The latest decision about a tag at a read point. */
  public Optional<PassRecord> latest(String readPoint, String epcHex) {
    return newestFirst(readPoint).stream().filter(pass -> pass.epcHex().equals(epcHex)).findFirst();
  }

  /** Why was this tag (not) counted here? Also answers for a tag that was never heard. */
  public PassExplanation explain(String readPoint, String epcHex) {
    return latest(readPoint, epcHex)
        .map(PassExplanation::of)
        .orElseGet(() -> PassExplanation.notHeard(readPoint, epcHex));
  }
}
