package dev.aisle.wms.task;

import java.time.Instant;
import java.util.Map;

/** A person has to look at something. */
public record DeviationOpened(
    long id,
    DeviationKind kind,
    String subject,
    String place,
    Map<String, String> facts,
    Instant at) {}
