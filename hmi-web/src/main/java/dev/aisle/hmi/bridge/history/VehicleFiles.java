package dev.aisle.hmi.bridge.history;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.fleet.FleetGateway;
import dev.aisle.hmi.bridge.fleet.FleetMemory;
import dev.aisle.hmi.bridge.fleet.MessageLog;
import dev.aisle.hmi.live.fleet.VehicleHistory;
import dev.aisle.hmi.live.fleet.VehicleInsight;
import dev.aisle.hmi.live.fleet.VehicleMessage;
import dev.aisle.hmi.live.fleet.VehicleOrderView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the program has on file about each vehicle of the site. */
@Component
final class VehicleFiles implements VehicleInsight {
  private final Site site;
  private final FleetMemory memory;
  private final MessageLog messages;
  private final FleetHistory history;

  VehicleFiles(
      Site site,
      FleetMemory memory,
      MessageLog messages,
      FleetHistory history,
      FleetGateway gateway) {
    this.site = site;
    this.memory = memory;
    this.messages = messages;
    this.history = history;
    gateway.onMessage(messages::take);
  }

  @Override
  public Optional<VehicleOrderView> order(String vehicle) {
    return known(vehicle).map(memory::orderView);
  }

  @Override
  public Optional<List<VehicleMessage>> messages(String vehicle) {
    return known(vehicle).map(messages::of);
  }

  @Override
  public Optional<VehicleHistory> history(String vehicle, Duration back) {
    return known(vehicle).map(id -> history.of(id.value(), back));
  }

  private Optional<VehicleId> known(String vehicle) {
    return site.vehicles().stream()
        .map(Site.Vehicle::id)
        .filter(vehicle::equals)
        .findFirst()
        .map(VehicleId::new);
  }
}
