package dev.aisle.device.rfid.pass.record;

import dev.aisle.device.rfid.readpoint.AntennaRef;
import java.time.Instant;
import java.util.OptionalDouble;

/** One read as evidence of a pass. */
public record RawRead(AntennaRef antenna, Instant at, OptionalDouble rssiDbm) {}
