package dev.aisle.hmi.bridge.alarm;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.alarm.StandingTroubles;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.DeviationOpened;
import dev.aisle.wms.task.DeviationSettled;
import dev.aisle.wms.task.Deviations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Calls somebody when the core found that reality differs from what was expected. */
@Component
class DeviationAlarms {
  private final Alarms alarms;

  DeviationAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  /** Deviations that are open in the database, whoever began to call for them. */
  @Component
  public static final class Open implements StandingTroubles {
    private static final int MOST_OF_A_KIND = 500;

    private final Deviations deviations;

    Open(Deviations deviations) {
      this.deviations = deviations;
    }

    @Override
    public List<Trouble> standing() {
      return Arrays.stream(DeviationKind.values())
          .flatMap(
              kind ->
                  alarmOf(kind).filter(AlarmType::isLasting).stream()
                      .flatMap(type -> open(kind, type)))
          .toList();
    }

    private Stream<Trouble> open(DeviationKind kind, AlarmType type) {
      return deviations
          .list(
              ListQuery.first(MOST_OF_A_KIND)
                  .filtered("kind", kind.name())
                  .filtered("open", "true"))
          .items()
          .stream()
          .map(one -> new Trouble(type, one.subject(), paramsOf(one.subject())));
    }
  }

  private static Map<String, String> paramsOf(String subject) {
    return Map.of("subject", subject);
  }

  @ApplicationModuleListener
  public void on(DeviationOpened opened) {
    alarmOf(opened.kind())
        .ifPresent(type -> alarms.raise(type, opened.subject(), paramsOf(opened.subject())));
  }

  @ApplicationModuleListener
  public void on(DeviationSettled settled) {
    alarmOf(settled.kind()).ifPresent(type -> alarms.clear(type, settled.subject()));
  }

  private static Optional<AlarmType> alarmOf(DeviationKind kind) {
    return switch (kind) {
      case UNKNOWN_TAG -> Optional.of(AlarmType.UNKNOWN_TAG);
      case NOT_ADVISED, WRONG_DOCK, WRONG_DIRECTION, WRONG_UNIT ->
          Optional.of(AlarmType.UNIT_NOT_EXPECTED);
      case NO_FREE_SLOT -> Optional.of(AlarmType.NO_FREE_SLOT);
      case TRANSPORT_FAILED -> Optional.of(AlarmType.TRANSPORT_FAILED);
      case SHIPMENT_MISMATCH -> Optional.of(AlarmType.SHIPMENT_MISMATCH);
      case TRUCK_FULL -> Optional.of(AlarmType.TRUCK_FULL);
      // Work for the exceptions list, nobody has to run.
      case ADVICE_CLOSED, ALREADY_RECEIVED, RECEIPT_DIFFERENCE, COUNT_NEEDED -> Optional.empty();
      // Settled by whoever did it; the station itself calls the supervisor.
      case WEIGHT_ACCEPTED -> Optional.empty();
    };
  }
}
