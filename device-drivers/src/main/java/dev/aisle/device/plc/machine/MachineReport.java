package dev.aisle.device.plc.machine;

import dev.aisle.device.link.Ne107;
import java.time.Instant;
import java.util.List;

/**
 * How a machine is at one moment.
 *
 * @param since when it came into this state
 * @param detail the pattern a light stack shows, the level at which a lift stands; otherwise empty
 * @param count presses of a button, breaks of an eye; otherwise 0
 */
public record MachineReport(
    String name,
    MachineKind kind,
    MachineState state,
    Ne107 health,
    List<MachineFault> faults,
    Instant since,
    String detail,
    long count) {}
