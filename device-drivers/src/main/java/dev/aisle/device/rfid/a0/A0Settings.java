package dev.aisle.device.rfid.a0;

import java.util.OptionalInt;

/**
 * What differs between readers of this make.
 *
 * @param rssiOffset dBm is the raw signal less this; 129 for most, 130 for some
 * @param leastReturnLossDb when given, each antenna is measured every few seconds, which costs some
 *     reading time, and one with less is told as a concern
 * @param hottestC above this the reader works outside its limits
 */
public record A0Settings(int rssiOffset, OptionalInt leastReturnLossDb, int hottestC) {
  public static final A0Settings USUAL = new A0Settings(129, OptionalInt.empty(), 70);
}
