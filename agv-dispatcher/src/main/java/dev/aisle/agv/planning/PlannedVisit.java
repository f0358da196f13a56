package dev.aisle.agv.planning;

import java.util.Optional;

/**
 * A visit as the planner fits it in, in milliseconds.
 *
 * @param fromMs when the vehicle sets out for it and so begins to hold it
 * @param arriveMs when it gets there
 * @param leftMs when it has reached the next one, {@link Timetable#NEVER} for the last
 */
public record PlannedVisit(
    String node, Optional<Stop> stop, long fromMs, long arriveMs, long leftMs) {}
