package dev.aisle.device.plc.machine;

import java.time.Instant;

/**
 * A standing fault of a machine.
 *
 * @param detail the point or the controller's words; may be empty
 */
public record MachineFault(FaultKind kind, String detail, Instant since) {}
