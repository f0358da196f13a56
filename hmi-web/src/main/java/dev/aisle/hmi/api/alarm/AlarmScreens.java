package dev.aisle.hmi.api.alarm;

import dev.aisle.hmi.alarm.Alarm;
import dev.aisle.hmi.alarm.AlarmChanged;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.alarm.AlarmView.AlarmPriority;
import dev.aisle.hmi.api.alarm.AlarmView.AlarmScope;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveMessages;
import dev.aisle.hmi.live.event.LiveTopic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Alarms as screens see and acknowledge them, and how open screens hear of them. */
@Component
class AlarmScreens {

  private final Alarms alarms;
  private final LiveMessages messages;
  private final LiveChanges changes;

  AlarmScreens(Alarms alarms, LiveMessages messages, LiveChanges changes) {
    this.alarms = alarms;
    this.messages = messages;
    this.changes = changes;
  }

  Page<AlarmView> list(AlarmScope scope, ListQuery query) {
    ListQuery.Order order = query.order().orElse(new ListQuery.Order("raisedAt", false));
    Alarms.AlarmList found =
        alarms.list(
            new Alarms.Query(
                scope == AlarmScope.ACTIVE,
                query.text(),
                order.field(),
                order.ascending(),
                Math.multiplyExact(query.pageNumber(), query.pageSize()),
                query.pageSize()));
    return new Page<>(
        found.alarms().stream().map(AlarmScreens::view).toList(),
        found.total(),
        query.pageNumber(),
        query.pageSize());
  }

  AlarmView acknowledge(long id, @Nullable String note, String by) {
    return alarms
        .acknowledge(id, by, Optional.ofNullable(note).filter(text -> !text.isBlank()))
        .map(AlarmScreens::view)
        .orElseThrow(() -> Refusal.notFound("alarm", Long.toString(id)));
  }

  /** The event comes after the commit. */
  @EventListener
  void tell(AlarmChanged changed) {
    messages.send("alarm", view(changed.alarm()));
    changes.changed(LiveTopic.ALARMS);
  }

  private static AlarmView view(Alarm alarm) {
    return new AlarmView(
        alarm.id(),
        alarm.type().word(),
        alarm.source(),
        AlarmPriority.valueOf(alarm.priority().name()),
        alarm.raisedAt(),
        alarm.clearedAt().orElse(null),
        WmsLists.orNull(alarm.acknowledged(), Alarm.Acknowledged::at),
        WmsLists.orNull(alarm.acknowledged(), Alarm.Acknowledged::by),
        alarm.params(),
        alarm.active(),
        alarm.type().titleKey(),
        alarm.type().causeKey(),
        alarm.type().actionKey());
  }
}
