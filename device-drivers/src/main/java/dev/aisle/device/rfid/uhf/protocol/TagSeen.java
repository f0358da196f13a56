package dev.aisle.device.rfid.uhf.protocol;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One tag in one frame of a reader.
 *
 * @param antenna counted from 1
 * @param pc protocol control word of the tag, where the reader gives it
 * @param epcHex upper-case hex, no spaces
 * @param rssiRaw as the reader gave it
 * @param rssiDbm where the scale of the make is known
 * @param phaseDeg 0 to 180 or 360, where the reader gives it
 * @param tidHex chip identity, where the reader sends it along
 */
public record TagSeen(
    int antenna,
    OptionalInt pc,
    String epcHex,
    OptionalInt rssiRaw,
    OptionalDouble rssiDbm,
    OptionalInt frequencyKhz,
    OptionalDouble phaseDeg,
    Optional<String> tidHex) {}
