package dev.aisle.hmi.bridge.alarm;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.broker.CertificateEnd;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.work.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Calls for somebody a month before a certificate ends, for then no vehicle can sign in any more.
 */
@Component
final class CertificateWatch extends Watch {
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Map<CertificateEnd.Use, CertificateEnd> ends;
  private final Alarms alarms;
  private final Clock clock;

  CertificateWatch(Site site, Alarms alarms, Clock clock) {
    this.ends = site.broker().map(CertificateEnd::of).orElse(Map.of());
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public Rounds rounds() {
    return new Rounds("certificates", PAUSE, this::look);
  }

  /** Also where there is none any more: its alarm may be left from before. */
  private void look() {
    Instant now = clock.instant();
    for (CertificateEnd.Use use : CertificateEnd.Use.values()) {
      CertificateEnd end = ends.get(use);
      if (end == null || !end.isSoon(now)) {
        alarms.clear(AlarmType.CERTIFICATE_ENDS, use.word());
      } else {
        alarms.raise(
            AlarmType.CERTIFICATE_ENDS,
            use.word(),
            Map.of("certificate", end.subject(), "day", end.day().toString()));
      }
    }
  }
}
