package dev.aisle.device.rfid.pass.record;

import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import java.time.Instant;
import java.util.OptionalDouble;

/** What one antenna heard of one tag in one visit. */
public record AntennaEvidence(
    AntennaRef antenna,
    AntennaLine line,
    int count,
    Instant first,
    Instant last,
    OptionalDouble peakDbm,
    Instant peakAt) {}
