package dev.aisle.wms.task;

import java.time.Instant;

/** A task was opened, claimed, held, done or cancelled. */
public record TaskChanged(
    TaskId task, TaskKind kind, String station, String subject, TaskState state, Instant at) {}
