package dev.aisle.sim;

import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcHandOver;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.plc.SimulatedPlc;
import dev.aisle.sim.plc.SimulatedTagHeads;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Controllers and tag heads that began to be played after the start. What their coils were told is
 * not kept over restarts: then they belong to those that are played from the start. Thread-safe.
 */
final class LatePlay implements AutoCloseable {
  private final Map<String, SimulatedPlc> controllers = new ConcurrentHashMap<>();
  private final Map<String, Gateway> gateways = new ConcurrentHashMap<>();

  private record Gateway(SimulatedTagHeads heads, List<HeadSpec> specs) {}

  synchronized void play(PlcSpec spec) throws IOException {
    SimulatedPlc before = controllers.remove(spec.name());
    if (before != null) {
      before.close();
    }
    controllers.put(spec.name(), new SimulatedPlc(spec, Optional.empty()));
  }

  synchronized void play(String name, SimConfig.HeadGateway gateway) throws IOException {
    Gateway before = gateways.remove(name);
    if (before != null) {
      before.heads.close();
    }
    gateways.put(
        name, new Gateway(new SimulatedTagHeads(gateway.port(), gateway.heads()), gateway.heads()));
  }

  boolean coil(String point) {
    return controllers.values().stream().anyMatch(plc -> plc.coil(point));
  }

  void sense(String point, boolean on) {
    controllers.values().forEach(plc -> plc.sense(point, on));
  }

  List<PlcHandOver> handOvers() {
    return controllers.values().stream().flatMap(plc -> plc.handOvers().stream()).toList();
  }

  void step(double seconds) {
    controllers.values().forEach(plc -> plc.step(seconds));
  }

  void senseHeads(Function<HeadSpec, Optional<String>> under) {
    gateways
        .values()
        .forEach(
            gateway ->
                gateway.specs.forEach(spec -> gateway.heads.sense(spec.name(), under.apply(spec))));
  }

  @Override
  public synchronized void close() {
    controllers.values().forEach(SimulatedPlc::close);
    gateways.values().forEach(gateway -> gateway.heads.close());
  }
}
