package dev.aisle.hmi.api.alarm;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.alarm.AlarmView.AlarmScope;
import org.jspecify.annotations.Nullable;

/** Alarms as screens see and acknowledge them. */
interface AlarmDesk {
  Page<AlarmView> list(AlarmScope scope, ListQuery query);

  AlarmView acknowledge(long id, @Nullable String note, String by);
}
