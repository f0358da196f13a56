package dev.aisle.hmi.bridge.played;

import dev.aisle.device.plc.machine.MachineSpec;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.sim.plc.PlcGate;
import dev.aisle.sim.plc.PlcHandOver;
import dev.aisle.sim.plc.PlcLift;
import java.util.List;
import java.util.stream.Stream;

/** What hangs on a simulated controller. */
final class PlayedMachines {
  /** A simulated door needs this part of the time that it may take at the most. */
  private static final double USUAL_PART = 0.5;

  /** A simulated conveyor is ready so long after a vehicle has asked, in seconds. */
  private static final double READY_S = 2;

  /** Of the time of a ride, its door opens for this part, and closes for as long. */
  private static final double DOOR_PART = 0.15;

  private static final double DRIVING_PART = 1 - 3 * DOOR_PART;

  private static final double MS_PER_S = 1000;

  private PlayedMachines() {}

  static List<PlcGate> gatesOf(SiteDevice.Plc plc) {
    return plc.plan().machines().stream()
        .filter(MachineSpec.DoorSpec.class::isInstance)
        .map(MachineSpec.DoorSpec.class::cast)
        .map(
            door ->
                new PlcGate(
                    door.open(),
                    door.close(),
                    door.isOpen(),
                    door.isClosed(),
                    door.travel().toMillis() * USUAL_PART / MS_PER_S))
        .toList();
  }

  static List<PlcLift> liftsOf(Site site, SiteDevice.Plc plc) {
    return plc.plan().machines().stream()
        .filter(MachineSpec.LiftSpec.class::isInstance)
        .map(MachineSpec.LiftSpec.class::cast)
        .map(lift -> liftOf(site, lift))
        .toList();
  }

  private static PlcLift liftOf(Site site, MachineSpec.LiftSpec lift) {
    double rideS =
        site.floor().lifts().stream()
            .filter(one -> one.id().equals(lift.name()))
            .map(one -> one.ride().toMillis() / MS_PER_S)
            .findFirst()
            .orElse(lift.travel().toMillis() * USUAL_PART / MS_PER_S);
    return new PlcLift(
        lift.name(),
        lift.landings().values().stream()
            .map(landing -> new PlcLift.Landing(landing.call(), landing.at()))
            .toList(),
        lift.isOpen(),
        lift.fault(),
        rideS * DRIVING_PART,
        rideS * DOOR_PART);
  }

  static List<PlcHandOver> handOversOf(Site site, SiteDevice.Plc plc) {
    return site.floor().nodes().stream()
        .flatMap(node -> node.handOver().stream().flatMap(one -> on(plc, node.id(), one)))
        .toList();
  }

  private static Stream<PlcHandOver> on(SiteDevice.Plc plc, String node, Site.HandOver one) {
    return plc.plan().wiring().points().containsKey(one.ready())
        ? Stream.of(new PlcHandOver(node, one.request(), one.ready(), one.occupied(), READY_S))
        : Stream.empty();
  }
}
