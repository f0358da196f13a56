package dev.aisle.hmi.bridge.history;

import dev.aisle.hmi.bridge.fleet.FleetMemory;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.fleet.VehicleHistory;
import dev.aisle.hmi.live.fleet.VehicleHistory.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at the fleet every second and keeps what it did. */
@Component
public class FleetHistory {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A picture older than this says nothing of the present: another node may run the fleet. */
  private static final Duration OLD = Duration.ofSeconds(5);

  private static final Duration STORE_EVERY = Duration.ofSeconds(10);
  private static final Duration FORGET_EVERY = Duration.ofMinutes(30);

  private final FleetMemory memory;
  private final HistoryStore store;
  private final Clock clock;
  private final Recorder recorder = new Recorder();
  private Instant storedAt = Instant.EPOCH;
  private Instant forgotAt = Instant.EPOCH;

  FleetHistory(FleetMemory memory, HistoryStore store, Clock clock) {
    this.memory = memory;
    this.store = store;
    this.clock = clock;
  }

  /** To be started with the floor and closed before the database. */
  public Rounds rounds() {
    return new Rounds("history", PAUSE, this::look);
  }

  private void look() {
    Instant now = clock.instant();
    if (memory.decidedAt().isBefore(now.minus(OLD))) {
      return;
    }
    recorder.look(memory.view(), now);
    if (!now.isBefore(storedAt.plus(STORE_EVERY))) {
      recorder.store(store);
      storedAt = now;
    }
    if (!now.isBefore(forgotAt.plus(FORGET_EVERY))) {
      store.forget(now);
      forgotAt = now;
    }
  }

  /** What a vehicle of the site did since a moment. */
  public VehicleHistory of(String vehicle, Duration back) {
    Instant now = clock.instant();
    Instant from = now.minus(back);
    List<Span> spans = store.spans(vehicle, from);
    return new VehicleHistory(
        from, now, spans, store.charges(vehicle, from), Activities.byHour(spans, from, now));
  }
}
