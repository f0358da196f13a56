package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.ClosedPlace;
import dev.aisle.hmi.live.fleet.FleetCommands;
import dev.aisle.hmi.live.simulator.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what people want of the fleet to the dispatcher, or says why that cannot be. */
@Component
final class FleetDesk implements FleetCommands {
  private final Site site;
  private final FleetMemory memory;
  private final FleetLoop loop;

  FleetDesk(Site site, FleetMemory memory, FleetLoop loop) {
    this.site = site;
    this.memory = memory;
    this.loop = loop;
  }

  @Override
  public Command send(String vehicle, String node, String by) {
    if (site.floor().nodes().stream().noneMatch(one -> one.id().equals(node))) {
      return new Command.Refused("node-unknown");
    }
    if (site.vehicles().stream()
        .anyMatch(other -> !other.id().equals(vehicle) && other.parksAt().equals(node))) {
      return new Command.Refused("node-is-anothers-home");
    }
    return tell(vehicle, id -> new DispatchInput.Send(id, Errand.go(node)));
  }

  @Override
  public Command charge(String vehicle, String by) {
    Optional<Site.Vehicle> known = find(vehicle);
    if (known.isEmpty()) {
      return new Command.Unknown(vehicle);
    }
    if (!Ability.CHARGE.isIn(capabilities(known.get()))) {
      return new Command.Refused("vehicle-cannot-charge");
    }
    VehicleReport.@Nullable State state = memory.of(new VehicleId(vehicle)).state();
    if (state != null && state.batteryPercent() >= site.policies().charging().leaveAtPercent()) {
      return new Command.Refused("vehicle-charged-enough");
    }
    return tell(vehicle, id -> new DispatchInput.Send(id, Errand.charge()));
  }

  private VehicleCapabilities capabilities(Site.Vehicle vehicle) {
    return memory
        .known(new VehicleId(vehicle.id()))
        .map(FleetMemory.Known::capabilities)
        .orElseGet(() -> vehicle.profile().stated().over(VehicleCapabilities.UNKNOWN));
  }

  @Override
  public Command park(String vehicle, String by) {
    return tell(vehicle, id -> new DispatchInput.Send(id, Errand.park()));
  }

  @Override
  public Command work(String vehicle, String by) {
    return tell(vehicle, DispatchInput.Work::new);
  }

  @Override
  public List<String> pauseAll(boolean pause, Optional<Area> within, String by) {
    List<String> told = new ArrayList<>();
    for (Site.Vehicle vehicle : site.vehicles()) {
      VehicleId id = new VehicleId(vehicle.id());
      if (within.isEmpty() || stands(id, within.get())) {
        loop.ask(pause ? new DispatchInput.Pause(id) : new DispatchInput.Resume(id));
        told.add(vehicle.id());
      }
    }
    return told;
  }

  private boolean stands(VehicleId vehicle, Area area) {
    VehicleReport.@Nullable Pose pose = memory.of(vehicle).pose();
    return pose != null && area.holds(pose.xM(), pose.yM());
  }

  @Override
  public List<ClosedPlace> closed() {
    return memory.view().closures().stream().map(FleetDesk::closed).toList();
  }

  private static ClosedPlace closed(Closure closure) {
    Closure.Place place = closure.place();
    return new ClosedPlace(
        place.from(),
        place.isNode() ? null : place.to(),
        closure.by(),
        closure.why(),
        closure.at(),
        closure.door().orElse(null),
        closure.lift().orElse(null));
  }

  @Override
  public Command close(Place place, String why, String by) {
    return each(place, one -> new DispatchInput.Close(one, by, why));
  }

  @Override
  public Command open(Place place, String by) {
    return each(place, one -> new DispatchInput.Open(one, by));
  }

  private Command each(Place place, Function<Closure.Place, DispatchInput> input) {
    List<Closure.Place> all = placesOf(place);
    if (all.isEmpty()) {
      return new Command.Unknown(place.from());
    }
    all.forEach(one -> loop.ask(input.apply(one)));
    return Command.ACCEPTED;
  }

  /** A node is one place; two nodes are the lanes there are between them, one or both ways. */
  private List<Closure.Place> placesOf(Place place) {
    if (place.to().isEmpty()) {
      return site.floor().nodes().stream()
          .filter(node -> node.id().equals(place.from()))
          .map(node -> Closure.Place.node(node.id()))
          .toList();
    }
    String to = place.to().get();
    return site.floor().lanes().stream()
        .filter(
            lane ->
                (lane.from().equals(place.from()) && lane.to().equals(to))
                    || (lane.from().equals(to) && lane.to().equals(place.from())))
        .map(lane -> Closure.Place.lane(lane.from(), lane.to()))
        .toList();
  }

  private Command tell(String vehicle, Function<VehicleId, DispatchInput> input) {
    if (find(vehicle).isEmpty()) {
      return new Command.Unknown(vehicle);
    }
    loop.ask(input.apply(new VehicleId(vehicle)));
    return Command.ACCEPTED;
  }

  private Optional<Site.Vehicle> find(String vehicle) {
    return site.vehicles().stream().filter(one -> one.id().equals(vehicle)).findFirst();
  }
}
