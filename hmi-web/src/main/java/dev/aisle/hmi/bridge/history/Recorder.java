package dev.aisle.hmi.bridge.history;

import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.hmi.bridge.history.HistoryStore.ChargeOf;
import dev.aisle.hmi.bridge.history.HistoryStore.SpanOf;
import dev.aisle.hmi.live.fleet.VehicleHistory.Activity;
import dev.aisle.hmi.live.fleet.VehicleHistory.Charge;
import dev.aisle.hmi.live.fleet.VehicleHistory.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans and battery points of pictures of the fleet. For one thread. What nobody took away,
 * because the database is gone, is bounded: the oldest finished spans go first.
 */
final class Recorder {
  /** Two pictures further apart than this leave a gap: nobody knows what was in between. */
  static final Duration GAP = Duration.ofSeconds(30);

  static final Duration CHARGE_EVERY = Duration.ofMinutes(1);
  private static final double CHARGE_STEP = 1;
  private static final int MOST_WAITING = 50_000;

  private final Map<String, Span> open = new HashMap<>();
  private final Map<String, Charge> charged = new HashMap<>();
  private final List<SpanOf> ended = new ArrayList<>();
  private final List<ChargeOf> charges = new ArrayList<>();

  void look(FleetView fleet, Instant now) {
    for (VehicleView vehicle : fleet.vehicles()) {
      String id = vehicle.id().value();
      Activity activity = Activities.of(vehicle);
      @Nullable String transport = vehicle.transport().map(t -> t.value()).orElse(null);
      open.merge(
          id, new Span(now, now, activity, transport), (before, next) -> joined(id, before, next));
      vehicle.batteryPercent().ifPresent(percent -> charge(id, new Charge(now, percent)));
    }
  }

  private Span joined(String id, Span before, Span next) {
    boolean seen = Duration.between(before.to(), next.from()).compareTo(GAP) <= 0;
    Span grown =
        new Span(
            before.from(), seen ? next.from() : before.to(), before.activity(), before.transport());
    boolean same =
        seen
            && before.activity() == next.activity()
            && java.util.Objects.equals(before.transport(), next.transport());
    if (same) {
      return grown;
    }
    bounded(ended).add(new SpanOf(id, grown));
    return next;
  }

  private void charge(String id, Charge now) {
    Charge before = charged.get(id);
    boolean due =
        before == null
            || !now.at().isBefore(before.at().plus(CHARGE_EVERY))
            || Math.abs(now.percent() - before.percent()) >= CHARGE_STEP;
    if (due) {
      charged.put(id, now);
      bounded(charges).add(new ChargeOf(id, now));
    }
  }

  private static <T> List<T> bounded(List<T> waiting) {
    if (waiting.size() >= MOST_WAITING) {
      waiting.removeFirst();
    }
    return waiting;
  }

  /** All that is not stored yet; open spans as they stand. */
  void store(HistoryStore store) {
    List<SpanOf> all = new ArrayList<>(ended);
    open.forEach((id, span) -> all.add(new SpanOf(id, span)));
    store.write(all, charges);
    ended.clear();
    charges.clear();
  }
}
