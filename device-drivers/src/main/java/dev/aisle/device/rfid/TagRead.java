package dev.aisle.device.rfid;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One read of one tag.
 *
 * @param antenna counted from 1
 * @param epcHex upper-case hex, no spaces
 * @param rssiRaw signal as the reader gave it; its scale differs between makes
 * @param rssiDbm signal in dBm where the scale of the make is known
 * @param frequencyKhz carrier, where the reader gives it
 * @param phaseDeg phase of the answer in degrees, where the reader gives it
 */
public record TagRead(
    String reader,
    int antenna,
    String epcHex,
    OptionalInt rssiRaw,
    OptionalDouble rssiDbm,
    OptionalInt frequencyKhz,
    OptionalDouble phaseDeg,
    Instant at) {

  /** From a reader that tells neither frequency nor phase. */
  public TagRead(
      String reader,
      int antenna,
      String epcHex,
      OptionalInt rssiRaw,
      OptionalDouble rssiDbm,
      Instant at) {
    this(
        reader, antenna, epcHex, rssiRaw, rssiDbm, OptionalInt.empty(), OptionalDouble.empty(), at);
  }
}
