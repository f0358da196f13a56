package dev.aisle.hmi.alarm;

import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.hmi.live.lead.LeadTaken;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Writes alarms on one thread of its own. Device threads only leave a word on the board; nothing
 * they do waits for the database.
 */
@Service
class AlarmService implements Alarms, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AlarmService.class);
  private static final long EVERY_MS = 200;

  /** Before everything that may raise an alarm, and stopped after it. */
  private static final int PHASE = -1000;

  private final AlarmBoard board = new AlarmBoard();
  private final AlarmStore store;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<LiveChanges> live;
  private final ObjectProvider<StandingTroubles> standing;
  private volatile @org.jspecify.annotations.Nullable ScheduledExecutorService writer;

  AlarmService(
      AlarmStore store,
      Clock clock,
      ApplicationEventPublisher events,
      ObjectProvider<LiveChanges> live,
      ObjectProvider<StandingTroubles> standing,
      MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    this.events = events;
    this.live = live;
    this.standing = standing;
    for (AlarmPriority priority : AlarmPriority.values()) {
      Gauge.builder("alarms_active", () -> activeOf(priority))
          .tag("priority", priority.name().toLowerCase(java.util.Locale.ROOT))
          .description("Alarms whose trouble lasts")
          .register(metrics);
    }
  }

  @Override
  public void raise(AlarmType type, String source, Map<String, String> params) {
    synchronized (board) {
      board.raise(new AlarmBoard.Key(type, source), params, clock.instant());
    }
  }

  @Override
  public void clear(AlarmType type, String source) {
    synchronized (board) {
      board.clear(new AlarmBoard.Key(type, source), clock.instant());
    }
  }

  @Override
  public Optional<Alarm> acknowledge(long id, String by, Optional<String> note) {
    Optional<Alarm> alarm = store.acknowledge(id, by, note, clock.instant());
    alarm.ifPresent(this::tell);
    return alarm;
  }

  @Override
  public Optional<Alarm> find(long id) {
    return store.find(id);
  }

  @Override
  public AlarmList list(Query query) {
    return store.list(query);
  }

  private long activeOf(AlarmPriority priority) {
    synchronized (board) {
      return board.active(priority);
    }
  }

  private void writeDue() {
    List<AlarmBoard.Change> changes;
    synchronized (board) {
      changes = board.due(clock.instant());
    }
    for (AlarmBoard.Change change : changes) {
      try {
        write(change);
      } catch (DataAccessException | TransactionException e) {
        log.warn("An alarm could not be written and is tried again: {}", e.getMessage());
        synchronized (board) {
          board.retry(change, clock.instant());
        }
      }
    }
  }

  private void write(AlarmBoard.Change change) {
    switch (change) {
      case AlarmBoard.Change.Raise raise -> {
        AlarmBoard.Key key = raise.key();
        Alarm alarm = store.raise(key.type(), key.source(), raise.params(), clock.instant());
        log.warn("Alarm {} of {} raised {}", key.type().word(), key.source(), raise.params());
        tell(alarm);
      }
      case AlarmBoard.Change.Clear clear -> {
        AlarmBoard.Key key = clear.key();
        log.info("Alarm {} of {} cleared", key.type().word(), key.source());
        store.clear(key.type(), key.source(), clock.instant()).ifPresent(this::tell);
      }
    }
  }

  private void tell(Alarm alarm) {
    events.publishEvent(new AlarmChanged(alarm));
    live.ifAvailable(changes -> changes.changed(LiveTopic.ALARMS));
  }

  @Override
  public void start() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alarm-writer").daemon().factory());
    var unused =
        executor.scheduleWithFixedDelay(
            this::writeOrLog, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    writer = executor;
  }

  /** A program that only stands by leaves the leader's alarms alone. */
  @EventListener
  void leads(LeadTaken taken) {
    takeOver();
  }

  /**
   * Ends what an earlier run left active; what is still wrong is raised again by who sees it. What
   * is known to be still wrong is kept.
   */
  void takeOver() {
    Instant now = clock.instant();
    Set<AlarmBoard.Key> active = store.active();
    Set<AlarmBoard.Key> kept = new HashSet<>();
    standing
        .orderedStream()
        .flatMap(known -> known.standing().stream())
        .limit(AlarmBoard.MOST_SOURCES)
        .forEach(
            trouble -> {
              AlarmBoard.Key key = new AlarmBoard.Key(trouble.type(), trouble.source());
              kept.add(key);
              synchronized (board) {
                if (active.contains(key)) {
                  board.keep(key, trouble.params(), now);
                } else {
                  board.raise(key, trouble.params(), now);
                }
              }
            });
    active.stream()
        .filter(key -> !kept.contains(key))
        .forEach(key -> store.clear(key.type(), key.source(), now));
  }

  /** A task that throws is never run again, so what nobody expected is logged here. */
  private void writeOrLog() {
    try {
      writeDue();
    } catch (RuntimeException e) {
      log.error("Writing alarms broke", e);
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService executor = writer;
    if (executor != null) {
      writer = null;
      executor.close();
    }
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
