package dev.aisle.device.rfid.pass.record;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One tag went past one read point once.
 *
 * @param number of the {@link PassRecord} that holds the evidence
 * @param first and {@code last}: its reads so far
 * @param count reads so far
 * @param peakRssi strongest read in dBm, where the reader gives it
 * @param why what the direction rests on
 */
public record TagPass(
    long number,
    String readPoint,
    String epcHex,
    Instant first,
    Instant last,
    int count,
    OptionalDouble peakRssi,
    Direction direction,
    Reason why) {}
