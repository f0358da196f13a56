package dev.aisle.sim.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.Recovery.Aboard;
import dev.aisle.agv.fleet.Recovery.Fate;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.world.TaggedUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A person who puts what fell off a vehicle where it was to go, and tells the controller so until
 * it takes it. Goes nowhere near a vehicle that still drives.
 */
final class Helper {
  private static final long LOOKS_AGAIN_MS = 5_000;

  private final LoadGround ground;
  private final Consumer<String> trace;
  private final Map<VehicleId, Fallen> fallen = new LinkedHashMap<>();

  /**
   * @param of the transport that was to bring it; empty until the person has asked
   */
  private record Fallen(
      Vehicle vehicle, TaggedUnit load, Optional<TransportRequest> of, long lookAtMs) {
    boolean isOver(Collection<TransportRequest> open) {
      return of.isPresent() && !open.contains(of.get());
    }

    Fallen of(Collection<TransportRequest> open) {
      return of.isPresent()
          ? this
          : new Fallen(
              vehicle,
              load,
              open.stream().filter(one -> one.loadId().equals(load.sscc())).findFirst(),
              lookAtMs);
    }

    Fallen later(long nowMs) {
      return new Fallen(vehicle, load, of, nowMs + LOOKS_AGAIN_MS);
    }
  }

  Helper(LoadGround ground, Consumer<String> trace) {
    this.ground = ground;
    this.trace = trace;
  }

  /** What the vehicle carries falls off, if it carries something and nothing else is to be done. */
  boolean takesFrom(Vehicle vehicle, long nowMs) {
    VehicleId id = vehicle.spec().id();
    Optional<TaggedUnit> load = ground.loadOf(id.value());
    if (load.isEmpty() || fallen.containsKey(id)) {
      return false;
    }
    fallen.put(id, new Fallen(vehicle, load.get(), Optional.empty(), nowMs + LOOKS_AGAIN_MS));
    return true;
  }

  /** What the person tells the controller now. */
  List<DispatchInput> look(long nowMs, Collection<TransportRequest> open) {
    fallen.replaceAll((vehicle, one) -> one.of(open));
    fallen.values().removeIf(one -> one.isOver(open));
    List<DispatchInput> told = new ArrayList<>();
    for (Map.Entry<VehicleId, Fallen> entry : fallen.entrySet()) {
      Fallen one = entry.getValue();
      if (nowMs >= one.lookAtMs() && one.of().isPresent()) {
        entry.setValue(one.later(nowMs));
        if (!one.vehicle().isBusy() && one.vehicle().isAtNode()) {
          told.add(put(entry.getKey(), one, one.of().get()));
        }
      }
    }
    return told;
  }

  private DispatchInput put(VehicleId vehicle, Fallen one, TransportRequest request) {
    if (ground.at(request.toNode()).isEmpty()) {
      ground.place(request.toNode(), one.load());
      trace.accept("a person puts the load of %s to %s".formatted(request.id(), request.toNode()));
    }
    return new DispatchInput.Recover(vehicle, found(one, request));
  }

  private static Recovery found(Fallen one, TransportRequest request) {
    return new Recovery(
        one.vehicle().lastNodeId(),
        new Aboard.Nothing(),
        new Fate.Delivered(request.toNode()),
        false,
        "helper");
  }
}
