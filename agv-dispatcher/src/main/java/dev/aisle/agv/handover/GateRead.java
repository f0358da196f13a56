package dev.aisle.agv.handover;

import java.time.Instant;

/**
 * A gate has read a load.
 *
 * @param load as transports call it; the bare tag where nobody knows what it is on
 */
public record GateRead(String load, Instant at) {}
