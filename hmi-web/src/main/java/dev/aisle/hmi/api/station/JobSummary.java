package dev.aisle.hmi.api.station;

import java.time.Instant;

/**
 * A job that comes later.
 *
 * @param subject the advice, order or parcel it is about
 */
public record JobSummary(String taskId, JobKind kind, String subject, Instant since) {}
