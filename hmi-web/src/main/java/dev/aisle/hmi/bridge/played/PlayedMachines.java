package dev.aisle.hmi.bridge.played;

import dev.aisle.device.plc.machine.MachineSpec;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.sim.plc.PlcGate;
import dev.aisle.sim.plc.PlcHandOver;
import java.util.List;
import java.util.stream.Stream;

/** What hangs on a simulated controller. */
final class PlayedMachines {
  /** A simulated door needs this part of the time that it may take at the most. */
  private static final double USUAL_PART = 0.5;

  /** A simulated conveyor is ready so long after a vehicle has asked, in seconds. */
  private static final double READY_S = 2;

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
