package dev.aisle.hmi.alarm;

/** How soon to act: severity of what happens otherwise, and the time there is. */
public enum AlarmPriority {
  HIGH,
  MEDIUM,
  LOW
}
