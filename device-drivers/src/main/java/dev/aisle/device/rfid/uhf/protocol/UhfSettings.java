package dev.aisle.device.rfid.uhf.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reader is told when it comes up. What is empty stays as the reader has it.
 *
 * @param address of the reader on a shared line; the public address when empty
 * @param powerCentiDbm for all antennas, hundredths of a dBm
 * @param antennaPowerCentiDbm for single antennas, counted from 1
 * @param antennas in the order in which they are used, counted from 1; empty for antenna 1
 */
public record UhfSettings(
    OptionalInt address,
    Optional<Region> region,
    OptionalInt powerCentiDbm,
    Map<Integer, Integer> antennaPowerCentiDbm,
    List<Integer> antennas,
    Optional<Session> session) {

  /** Nothing is changed; antenna 1 reads. */
  public static final UhfSettings AS_IT_IS =
      new UhfSettings(
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  public UhfSettings {
    antennaPowerCentiDbm = Map.copyOf(antennaPowerCentiDbm);
    antennas = List.copyOf(antennas);
  }
}
