package dev.aisle.hmi.app.standing;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.live.simulator.InvariantCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Checks every invariant and calls somebody when one does not hold. */
@Service
public class StandingChecks {
  private static final Logger log = LoggerFactory.getLogger(StandingChecks.class);
  private static final int LONGEST_DETAIL = 500;

  /** The verdict on one invariant. */
  public record Result(String id, String name, boolean held, String detail) {}

  private final ObjectProvider<InvariantCheck> checks;
  private final Alarms alarms;
  private final MeterRegistry metrics;

  StandingChecks(ObjectProvider<InvariantCheck> checks, Alarms alarms, MeterRegistry metrics) {
    this.checks = checks;
    this.alarms = alarms;
    this.metrics = metrics;
  }

  /** Checks all, raises or clears the alarm of each, and returns the verdicts sorted by id. */
  public List<Result> checkAll() {
    List<Result> results =
        checks.stream().sorted(Comparator.comparing(InvariantCheck::id)).map(this::check).toList();
    for (Result result : results) {
      alarms.set(
          AlarmType.INVARIANT_BROKEN,
          result.id,
          !result.held,
          Map.of("name", result.name, "detail", result.detail));
      if (!result.held) {
        metrics.counter("invariant_violations", "id", result.id).increment();
        log.error("Invariant {} ({}) is broken: {}", result.id, result.name, result.detail);
      }
    }
    return results;
  }

  /** A check that cannot be carried out proves nothing, so it counts as broken. */
  private Result check(InvariantCheck check) {
    try {
      InvariantCheck.Verdict verdict = check.check();
      return new Result(check.id(), check.name(), verdict.held(), shortened(verdict.detail()));
    } catch (RuntimeException e) {
      log.error("Invariant {} could not be checked", check.id(), e);
      return new Result(check.id(), check.name(), false, shortened("not checked: " + e));
    }
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + " …";
  }
}
