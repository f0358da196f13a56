/** Alarms: what is wrong now, what was wrong, and who has seen it. */
@NullMarked
package dev.aisle.hmi.api.alarm;

import org.jspecify.annotations.NullMarked;
