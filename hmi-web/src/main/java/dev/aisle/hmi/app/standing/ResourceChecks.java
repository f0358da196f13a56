package dev.aisle.hmi.app.standing;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.RunOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Warns before what the program lives on runs out. */
@Service
class ResourceChecks {
  private static final Logger log = LoggerFactory.getLogger(ResourceChecks.class);
  private static final double FULL_AT = 0.9;

  /** On a large disk a tenth is plenty. */
  private static final long ENOUGH_BYTES = 5L * 1024 * 1024 * 1024;

  private static final Duration OUTBOX_WAITS_AT_MOST = Duration.ofMinutes(2);

  private final RunOptions options;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Alarms alarms;
  private final AtomicLong outboxLagS = new AtomicLong();

  ResourceChecks(
      RunOptions options, JdbcClient jdbc, Clock clock, Alarms alarms, MeterRegistry metrics) {
    this.options = options;
    this.jdbc = jdbc;
    this.clock = clock;
    this.alarms = alarms;
    Gauge.builder("outbox_lag_seconds", outboxLagS, AtomicLong::doubleValue)
        .description("Age of the oldest event that is not handled yet")
        .register(metrics);
  }

  void check() {
    disk();
    outbox();
  }

  private void disk() {
    try {
      FileStore store = Files.getFileStore(options.dataDir());
      long free = store.getUsableSpace();
      boolean nearlyFull = free < store.getTotalSpace() * (1 - FULL_AT) && free < ENOUGH_BYTES;
      alarms.set(
          AlarmType.DISK_NEARLY_FULL,
          "data",
          nearlyFull,
          Map.of("freeMiB", Long.toString(free / (1024 * 1024))));
    } catch (IOException e) {
      log.warn("The free space of {} is not known", options.dataDir(), e);
    }
  }

  private void outbox() {
    Duration lag =
        jdbc.sql(
                "select min(publication_date) from event_publication where completion_date is null")
            .query((row, number) -> row.getTimestamp(1))
            .optional()
            .map(Timestamp::toInstant)
            .map(oldest -> Duration.between(oldest, Instant.now(clock)))
            .orElse(Duration.ZERO);
    outboxLagS.set(lag.toSeconds());
    alarms.set(
        AlarmType.OUTBOX_STUCK,
        "outbox",
        lag.compareTo(OUTBOX_WAITS_AT_MOST) > 0,
        Map.of("seconds", Long.toString(lag.toSeconds())));
  }
}
