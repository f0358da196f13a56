package dev.aisle.wms.task;

import java.time.Instant;

/** What was different is settled. */
public record DeviationSettled(
    long id, DeviationKind kind, String subject, String place, String by, Instant at) {}
