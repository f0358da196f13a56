package dev.aisle.sim.scenario;

import dev.aisle.sim.air.Weather;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.vehicle.VehicleFault;
import java.time.Duration;

/**
 * Breaks things for a while. Lengths are wall time, whatever the speed of the world. An unknown
 * name is refused with an {@link IllegalArgumentException}.
 */
public interface Faults {

  /** The reader's serial port is gone, and its settings with it; then it is back. */
  void readerCablePulled(String reader, Duration length);

  /**
   * The vehicle's radio is dead and the broker publishes its last will. It drives on to the end of
   * its base, acts there, and can be heard again afterwards.
   */
  void vehicleVanishes(String vehicle, Duration length);

  /**
   * Something goes wrong with the vehicle itself. What lasts ends after the time, together with
   * everything else that lasts; for what happens at once the time means nothing.
   */
  void vehicleSuffers(String vehicle, VehicleFault fault, Duration length);

  /** Messages from and to the vehicle are lost, doubled or late. */
  void vehicleMessages(String vehicle, Weather weather, Duration length);

  /** The PLC accepts connections but answers nothing. Its inputs go on counting. */
  void plcSilent(Duration length);

  /** The gateway of the tag heads answers nothing. */
  void tagHeadsSilent(Duration length);

  /** The tag of the next unit that is carried through this dock's door is dead from then on. */
  void tagDies(String dock);

  /** From now on a tag in the field of a UHF reader is missed with this probability per round. */
  void readsMissed(double probability);

  /** From now on every round of a UHF reader hears, with this probability, an EPC of no tag. */
  void ghostReads(double probability);

  /** The line from the reader to its host has these faults, instead of any it had before. */
  void readerLine(String reader, LineFaults faults, Duration length);
}
