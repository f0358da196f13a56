package dev.aisle.hmi.testing;

import dev.aisle.hmi.live.fleet.ClosedPlace;
import dev.aisle.hmi.live.fleet.FleetCommands;
import dev.aisle.hmi.live.fleet.RecoveryPort;
import dev.aisle.hmi.live.fleet.ServicePort;
import dev.aisle.hmi.live.fleet.VehicleHistory;
import dev.aisle.hmi.live.fleet.VehicleInsight;
import dev.aisle.hmi.live.fleet.VehicleMessage;
import dev.aisle.hmi.live.fleet.VehicleOrderView;
import dev.aisle.hmi.live.fleet.VehicleRecovery;
import dev.aisle.hmi.live.fleet.VehicleServices;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.hmi.live.zone.ZonePort;
import dev.aisle.hmi.live.zone.ZoneRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A fleet of one vehicle that remembers what it was told, and to which nothing ever happens. */
public class QuietFleet
    implements FleetCommands, VehicleInsight, RecoveryPort, ServicePort, ZonePort {
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<ClosedPlace> closed = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<ZoneRow.Paused>> yard =
      new AtomicReference<>(Optional.empty());

  public List<String> commands() {
    return List.copyOf(commands);
  }

  private Command told(String what, String vehicle, String by) {
    if (!vehicle.equals("AGV-01")) {
      return new Command.Unknown(vehicle);
    }
    commands.add(by + " " + what + " " + vehicle);
    return Command.ACCEPTED;
  }

  @Override
  public Command send(String vehicle, String node, String by) {
    return node.equals("X9") ? new Command.Refused("node-unknown") : told("send", vehicle, by);
  }

  @Override
  public Command charge(String vehicle, String by) {
    return told("charge", vehicle, by);
  }

  @Override
  public Command park(String vehicle, String by) {
    return told("park", vehicle, by);
  }

  @Override
  public Command work(String vehicle, String by) {
    return told("work", vehicle, by);
  }

  @Override
  public List<String> pauseAll(boolean pause, Optional<Area> within, String by) {
    boolean hit = within.isEmpty() || within.get().holds(1, 2);
    return hit ? List.of("AGV-01") : List.of();
  }

  @Override
  public List<ClosedPlace> closed() {
    return List.copyOf(closed);
  }

  @Override
  public Command close(Place place, String why, String by) {
    closed.add(
        new ClosedPlace(place.from(), place.to().orElse(null), by, why, Instant.EPOCH, null, null));
    return Command.ACCEPTED;
  }

  @Override
  public Command open(Place place, String by) {
    closed.removeIf(one -> one.from().equals(place.from()));
    return Command.ACCEPTED;
  }

  @Override
  public List<ZoneRow> zones() {
    return List.of(
        new ZoneRow("yard", "area", List.of(), yard.get().orElse(null), List.of(), null));
  }

  @Override
  public Command pause(String zone, String by) {
    return set(zone, Optional.of(new ZoneRow.Paused(by, Instant.EPOCH)));
  }

  @Override
  public Command resume(String zone, String by) {
    return set(zone, Optional.empty());
  }

  private Command set(String zone, Optional<ZoneRow.Paused> paused) {
    if (!zone.equals("yard")) {
      return new Command.Unknown(zone);
    }
    yard.set(paused);
    return Command.ACCEPTED;
  }

  @Override
  public Optional<VehicleOrderView> order(String vehicle) {
    return known(vehicle).map(id -> VehicleOrderView.none());
  }

  @Override
  public Optional<List<VehicleMessage>> messages(String vehicle) {
    return known(vehicle).map(id -> List.of());
  }

  @Override
  public Optional<VehicleHistory> history(String vehicle, Duration back) {
    return known(vehicle)
        .map(
            id ->
                new VehicleHistory(Instant.EPOCH, Instant.EPOCH, List.of(), List.of(), List.of()));
  }

  private static Optional<String> known(String vehicle) {
    return Optional.of(vehicle).filter("AGV-01"::equals);
  }

  @Override
  public Optional<VehicleRecovery> look(String vehicle) {
    return known(vehicle)
        .map(
            id ->
                new VehicleRecovery(
                    id, "L-1", "L-1", false, false, null, List.of(), null, List.of()));
  }

  @Override
  public Answer recover(String vehicle, Found found, String by) {
    if (known(vehicle).isEmpty()) {
      return new Answer.NoVehicle();
    }
    if (found.node().equals("X9")) {
      return new Answer.Refused(Optional.of("node"), "no-such-node", List.of());
    }
    commands.add(by + " recovers " + found.node() + " " + found.fate());
    return new Answer.Done();
  }

  @Override
  public Optional<VehicleServices> of(String vehicle) {
    return Optional.empty();
  }

  @Override
  public Command ask(
      String vehicle, String id, String type, Map<String, String> parameters, String by) {
    return new Command.Unknown(vehicle);
  }
}
