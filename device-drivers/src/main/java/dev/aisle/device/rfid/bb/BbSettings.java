package dev.aisle.device.rfid.bb;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a module is to work; what is empty stays as the module has it.
 *
 * @param powerCentiDbm transmit power in hundredths of a dBm
 */
public record BbSettings(OptionalInt powerCentiDbm, Optional<BbCommands.Region> region) {
  /** Leaves everything as the module has it. */
  public static final BbSettings AS_IT_IS = new BbSettings(OptionalInt.empty(), Optional.empty());
}
