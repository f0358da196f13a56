package dev.aisle.sim;

import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.GateSpec;
import dev.aisle.sim.world.PortalSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the simulator plays.
 *
 * @param chargers nodes where a vehicle can be charged
 * @param gates antennas that hear what vehicles carry
 * @param plc the one PLC that the portals' points belong to
 * @param heads the gateway of the tag heads, if there are any
 * @param seed of everything random
 * @param speed how many times faster than the wall clock physical things go
 * @param snapshotFile keeps the physical truth over restarts
 */
public record SimConfig(
    List<VehiclePlayed> vehicles,
    Set<String> chargers,
    List<PortalSpec> portals,
    List<GateSpec> gates,
    List<ReaderSpec> readers,
    PlcSpec plc,
    Optional<HeadGateway> heads,
    long seed,
    double speed,
    Path snapshotFile) {

  /** Faster than this a tag would pass its portal between two looks of the reader. */
  public static final double FASTEST = 30;

  /** A vehicle and its way into the broker. */
  public record VehiclePlayed(VehicleSpec spec, MqttSettings mqtt) {}

  /** Without antennas over the floor. */
  public SimConfig(
      List<VehiclePlayed> vehicles,
      Set<String> chargers,
      List<PortalSpec> portals,
      List<ReaderSpec> readers,
      PlcSpec plc,
      Optional<HeadGateway> heads,
      long seed,
      double speed,
      Path snapshotFile) {
    this(vehicles, chargers, portals, List.of(), readers, plc, heads, seed, speed, snapshotFile);
  }

  /** Tag heads behind one Modbus TCP port of the loopback address. */
  public record HeadGateway(int port, List<HeadSpec> heads) {
    public HeadGateway {
      heads = List.copyOf(heads);
    }
  }

  public SimConfig {
    vehicles = List.copyOf(vehicles);
    chargers = Set.copyOf(chargers);
    portals = List.copyOf(portals);
    gates = List.copyOf(gates);
    readers = List.copyOf(readers);
    requireSpeed(speed);
  }

  static void requireSpeed(double speed) {
    if (!(speed > 0) || speed > FASTEST) {
      throw new IllegalArgumentException(
          "speed must be above 0 and at most %.0f, not %s".formatted(FASTEST, speed));
    }
  }
}
