package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.PredefinedAction;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.ServicePort;
import dev.aisle.hmi.live.fleet.VehicleServices;
import dev.aisle.hmi.live.fleet.VehicleServices.Offered;
import dev.aisle.hmi.live.fleet.VehicleServices.Parameter;
import dev.aisle.hmi.live.simulator.Command;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people can ask of vehicles outside their orders, and what became of it. */
@Component
final class ServiceDesk implements ServicePort {
  /** What the dispatcher tells by itself, or what people have a command of its own for. */
  private static final Set<PredefinedAction> NOT_FOR_PEOPLE =
      EnumSet.of(
          PredefinedAction.START_PAUSE,
          PredefinedAction.STOP_PAUSE,
          PredefinedAction.CANCEL_ORDER,
          PredefinedAction.START_CHARGING,
          PredefinedAction.STOP_CHARGING,
          PredefinedAction.INIT_POSITION,
          PredefinedAction.ENABLE_ZONE_SET,
          PredefinedAction.DELETE_ZONE_SET,
          PredefinedAction.RETRY,
          PredefinedAction.SKIP_RETRY);

  private final Site site;
  private final FleetMemory memory;
  private final FleetLoop loop;
  private final FleetGateway gateway;
  private final Clock clock;

  ServiceDesk(Site site, FleetMemory memory, FleetLoop loop, FleetGateway gateway, Clock clock) {
    this.site = site;
    this.memory = memory;
    this.loop = loop;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public Optional<VehicleServices> of(String vehicle) {
    return find(vehicle)
        .map(
            known -> {
              VehicleId id = new VehicleId(vehicle);
              return new VehicleServices(offered(known), memory.asked().of(id));
            });
  }

  private List<Offered> offered(Site.Vehicle vehicle) {
    VehicleId id = new VehicleId(vehicle.id());
    Version version = gateway.wire().speech(id).version();
    VehicleCapabilities can =
        memory
            .known(id)
            .map(FleetMemory.Known::capabilities)
            .orElseGet(() -> vehicle.profile().stated().over(VehicleCapabilities.UNKNOWN));
    return Arrays.stream(PredefinedAction.values())
        .filter(one -> one.isInstant() && one.isIn(version) && !NOT_FOR_PEOPLE.contains(one))
        .filter(one -> can.canAtOnce(one.type()))
        .map(ServiceDesk::offered)
        .toList();
  }

  private static Offered offered(PredefinedAction action) {
    return new Offered(
        action.type(),
        action.parameters().stream()
            .map(one -> new Parameter(one.key(), one.required(), one.link()))
            .toList());
  }

  @Override
  public Command ask(
      String vehicle, String id, String type, Map<String, String> parameters, String by) {
    if (find(vehicle).isEmpty()) {
      return new Command.Unknown(vehicle);
    }
    Map<String, String> given =
        parameters.entrySet().stream()
            .filter(one -> !one.getValue().isBlank())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    InstantAction action = new InstantAction(new VehicleId(vehicle), id, type, given);
    memory.asked().asked(action, by, clock.instant());
    loop.ask(new DispatchInput.Ask(action));
    return Command.ACCEPTED;
  }

  private Optional<Site.Vehicle> find(String vehicle) {
    return site.vehicles().stream().filter(one -> one.id().equals(vehicle)).findFirst();
  }
}
