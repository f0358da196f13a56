package dev.aisle.sim.world;

import java.util.OptionalInt;

/**
 * A tag a reader could hear now.
 *
 * @param antenna the one that hears it so; empty when all of the reader do
 * @param rssiDbm received signal strength in dBm
 */
public record TagInField(String epcHex, OptionalInt antenna, int rssiDbm) {
  /** Heard by every antenna of the reader. */
  public TagInField(String epcHex, int rssiDbm) {
    this(epcHex, OptionalInt.empty(), rssiDbm);
  }

  public boolean isHeardBy(int number) {
    return antenna.isEmpty() || antenna.getAsInt() == number;
  }
}
