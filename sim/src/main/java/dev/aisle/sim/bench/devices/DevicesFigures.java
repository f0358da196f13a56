package dev.aisle.sim.bench.devices;

import dev.aisle.sim.bench.Spread;
import dev.aisle.sim.bench.devices.DevicesBench.Span;
import dev.aisle.sim.reader.ReaderMake;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What was measured, sorted by the spans in which it happened. */
final class DevicesFigures {
  private static final int MOST = 10_000_000;

  private final List<Span> spans;
  private final List<Hang> hangs;
  private final List<long[]> rounds;
  private final long usual;
  private final Moments calm = new Moments(MOST);
  private final Map<Hang, Moments> hanging = new EnumMap<>(Hang.class);
  private final Map<ReaderMake, Moments> makes = new EnumMap<>(ReaderMake.class);
  private final Map<ReaderMake, Integer> lost = new EnumMap<>(ReaderMake.class);

  DevicesFigures(List<Span> spans, List<Hang> hangs, List<long[]> rounds) {
    this.spans = spans;
    this.hangs = hangs;
    this.rounds = rounds;
    this.usual = Spread.of(between(span -> true)).p50();
    for (Hang hang : hangs) {
      hanging.put(hang, new Moments(MOST));
    }
  }

  /** A frame left the reader; what leaves outside of the spans does not count. */
  void read(ReaderMake make, long left, Optional<Long> arrived) {
    for (Span span : spans) {
      if (span.holds(left)) {
        if (arrived.isEmpty()) {
          lost.merge(make, 1, Integer::sum);
        } else {
          long took = arrived.get() - left;
          (span.hangs() ? hanging.getOrDefault(span.beside(), calm) : calm).add(took);
          makes.computeIfAbsent(make, any -> new Moments(MOST)).add(took);
        }
        return;
      }
    }
  }

  int lost() {
    return lost.values().stream().mapToInt(Integer::intValue).sum();
  }

  double latencyMs() {
    return Spread.ms(Spread.of(calm.all()).p99());
  }

  /** Of the kind of hanging device beside which it grows most; 0 when it grows beside none. */
  double jitterGrowthPercent() {
    return Math.max(0, hangs.stream().mapToDouble(this::growth).max().orElse(0));
  }

  /**
   * In percent: the middle one of the growths from each span without to the span with that follows
   * it, so that one moment at which the machine was busy does not decide.
   */
  private double growth(Hang hang) {
    List<Double> growths = new ArrayList<>();
    for (int i = 0; i + 1 < spans.size(); i++) {
      Span without = spans.get(i);
      Span with = spans.get(i + 1);
      if (without.beside() == hang && !without.hangs()) {
        double before = jitter(without::equals).p95();
        double after = jitter(with::equals).p95();
        if (before > 0 && after > 0) {
          growths.add(after / before - 1);
        }
      }
    }
    growths.sort(null);
    return growths.isEmpty() ? 0 : Math.round(growths.get(growths.size() / 2) * 1000) / 10.0;
  }

  private Spread jitter(Hang hang, boolean hangs) {
    return jitter(span -> span.beside() == hang && span.hangs() == hangs);
  }

  /** How far the times between the polls of one controller lie from the usual time. */
  private Spread jitter(Predicate<Span> which) {
    return Spread.of(Spread.distances(between(which), usual));
  }

  private long[] between(Predicate<Span> which) {
    List<Span> chosen = spans.stream().filter(which).toList();
    Moments between = new Moments(MOST);
    for (long[] times : rounds) {
      for (int i = 1; i < times.length; i++) {
        long from = times[i - 1];
        long to = times[i];
        if (chosen.stream().anyMatch(span -> span.holds(from) && span.holds(to))) {
          between.add(to - from);
        }
      }
    }
    return between.all();
  }

  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("last_byte_to_sighting", Spread.of(calm.all()).inMs());
    Map<String, Object> each = new LinkedHashMap<>();
    makes.forEach(
        (make, took) -> {
          Map<String, Object> told = Spread.of(took.all()).inMs();
          told.put("lost", lost.getOrDefault(make, 0));
          each.put(make.name().toLowerCase(Locale.ROOT), told);
        });
    figures.put("last_byte_to_sighting_by_make", each);
    figures.put("between_polls", Spread.of(between(span -> !span.hangs())).inMs());
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (Hang hang : hangs) {
      Map<String, Object> kind = new LinkedHashMap<>();
      kind.put("hanging", hang.word());
      kind.put("jitter_without", jitter(hang, false).inMs());
      kind.put("jitter_with", jitter(hang, true).inMs());
      kind.put("jitter_growth_percent", growth(hang));
      kind.put(
          "last_byte_to_sighting_with", Spread.of(hanging.getOrDefault(hang, calm).all()).inMs());
      kinds.add(kind);
    }
    figures.put("beside_a_hanging_device", kinds);
    return figures;
  }
}
