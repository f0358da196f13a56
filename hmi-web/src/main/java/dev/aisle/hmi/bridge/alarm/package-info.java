/** What is looked after all the time, and the alarms that come of it. */
@NullMarked
package dev.aisle.hmi.bridge.alarm;

import org.jspecify.annotations.NullMarked;
