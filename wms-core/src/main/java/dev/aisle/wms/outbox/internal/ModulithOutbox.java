package dev.aisle.wms.outbox.internal;

import dev.aisle.wms.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Spring Modulith's publication registry. It resubmits by itself after a restart; while the program
 * runs, a listener that failed (a lock not granted, a network gone) is called again from here.
 */
@Service
class ModulithOutbox implements Outbox {
  private static final int BATCH = 50;

  private final FailedEventPublications publications;
  private final JdbcClient jdbc;
  private final Clock clock;

  ModulithOutbox(FailedEventPublications publications, JdbcClient jdbc, Clock clock) {
    this.publications = publications;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Waits twice as long after every failure, up to a minute. */
  private boolean due(EventPublication publication) {
    Instant last = publication.getLastResubmissionDate();
    int doublings = Math.min(publication.getCompletionAttempts(), 6);
    return last == null || !clock.instant().isBefore(last.plusSeconds(1L << doublings));
  }

  @Override
  public long waiting() {
    return jdbc.sql("select count(*) from event_publication where completion_date is null")
        .query(Long.class)
        .single();
  }

  @Override
  public long failed() {
    return jdbc.sql("select count(*) from event_publication where status = 'FAILED'")
        .query(Long.class)
        .single();
  }

  @Override
  @Scheduled(fixedDelay = 2000, initialDelay = 2000)
  public void retryFailed() {
    publications.resubmit(
        ResubmissionOptions.defaults()
            .withBatchSize(BATCH)
            .withMaxInFlight(BATCH)
            .withMinAge(Duration.ZERO)
            .withFilter(this::due));
  }
}
