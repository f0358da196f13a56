/**
 * Alarms: what a person should act on, and nothing else (ISA-18.2). Every type is a row of {@link
 * dev.aisle.hmi.alarm.AlarmType}, so nothing can be raised that nobody thought through.
 */
@NullMarked
package dev.aisle.hmi.alarm;

import org.jspecify.annotations.NullMarked;
