package dev.aisle.hmi.testing;

import dev.aisle.hmi.app.site.device.DriverForms;
import dev.aisle.hmi.live.device.CyclePort;
import dev.aisle.hmi.live.device.DeviceBook;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceTest;
import dev.aisle.hmi.live.device.PassPort;
import dev.aisle.hmi.live.device.TelegramSource;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.TransportPort;
import dev.aisle.hmi.live.fleet.VehicleAbilities;
import dev.aisle.hmi.live.fleet.VehicleLive;
import dev.aisle.hmi.live.fleet.VehicleRow;
import dev.aisle.hmi.live.fleet.VehicleState;
import dev.aisle.hmi.live.floor.FloorPort;
import dev.aisle.hmi.live.lead.LeadPort;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A floor on which only happens what a test says, and that remembers what it was told. */
public class QuietFloor
    implements FloorPort,
        FleetPort,
        TransportPort,
        DevicePort,
        DeviceBook,
        PassPort,
        CyclePort,
        SimulatorPort,
        LeadPort {

  @Override
  public LeadPort.View lead() {
    return new LeadPort.View("quiet", true, "quiet", "http://127.0.0.1");
  }

  private final AtomicReference<FleetView> fleet =
      new AtomicReference<>(new FleetView(Instant.EPOCH, List.of(vehicle("AGV-01", 1)), Map.of()));
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private volatile double speed = 1;

  /** One vehicle at x metres. */
  public static VehicleRow vehicle(String id, double x) {
    return new VehicleRow(
        new VehicleLive(
            id,
            x,
            2.0,
            0.0,
            VehicleState.IDLE,
            80.0,
            null,
            100L,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            "C1",
            null),
        "acme",
        "0001",
        "2.1.0",
        "online",
        Instant.EPOCH,
        "automatic",
        List.of(),
        null,
        null,
        List.of());
  }

  @Override
  public Optional<VehicleAbilities> abilities(String vehicle) {
    return fleet.get().vehicles().stream()
        .filter(row -> row.live().id().equals(vehicle))
        .findFirst()
        .map(
            row ->
                new VehicleAbilities(
                    vehicle,
                    row.version(),
                    "site-file",
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
  }

  public void show(VehicleRow... vehicles) {
    fleet.set(new FleetView(Instant.now(), List.of(vehicles), Map.of()));
  }

  public List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  public FloorView floor() {
    return new FloorView(
        "small",
        List.of(new FloorNode("D1", 0, 0, "dock", null, null)),
        List.of(),
        List.of(new FloorStation("DOCK-1", List.of("D1"), List.of("receive"))),
        List.of(),
        new Bounds(0, 0, 8, 2));
  }

  @Override
  public FleetView view() {
    return fleet.get();
  }

  @Override
  public Command pause(String vehicle, String by) {
    return told("pause", vehicle, by);
  }

  @Override
  public Command resume(String vehicle, String by) {
    return told("resume", vehicle, by);
  }

  @Override
  public Command change(String transport, Wish wish, String by) {
    return told(wish.toString(), transport, by);
  }

  private Command told(String what, String whom, String by) {
    if (what.equals("pause") && !whom.equals("AGV-01")) {
      return new Command.Unknown(whom);
    }
    commands.add(by + " " + what + " " + whom);
    return Command.ACCEPTED;
  }

  @Override
  public List<DeviceStatus> devices() {
    return List.of();
  }

  @Override
  public Optional<DeviceDetails> device(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<TelegramSource> telegrams(String device) {
    return Optional.empty();
  }

  @Override
  public Optional<DeviceTest> test(String device) {
    return Optional.empty();
  }

  @Override
  public List<ReadPointView> readPoints() {
    return List.of();
  }

  @Override
  public List<PassRow> passes(String readPoint) {
    return List.of();
  }

  @Override
  public Optional<PassView> pass(long number) {
    return Optional.empty();
  }

  @Override
  public Optional<Why> why(String readPoint, String epc) {
    return Optional.empty();
  }

  @Override
  public List<DriverForm> drivers() {
    return DriverForms.ALL;
  }

  @Override
  public Optional<Entry> entry(String device) {
    return Optional.empty();
  }

  @Override
  public Change add(String device, String driver, Map<String, String> settings, String by) {
    return new Change.Mistakes(
        List.of(new Mistake("port", "missing", "'port' is missing", Map.of())));
  }

  @Override
  public Change set(String device, String driver, Map<String, String> settings, String by) {
    return new Change.Unknown();
  }

  @Override
  public Change remove(String device, String by) {
    return new Change.Unknown();
  }

  @Override
  public Change simulate(String device, boolean simulated, Optional<String> address, String by) {
    return new Change.Unknown();
  }

  @Override
  public Optional<Boolean> point(String name) {
    return Optional.empty();
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public double speed() {
    return speed;
  }

  @Override
  public List<ActiveFault> faults() {
    return List.of();
  }

  @Override
  public Command inject(FaultKind kind, String target, Duration lasts, String by) {
    return told("fault " + kind, target, by);
  }

  @Override
  public Command setSpeed(double factor, String by) {
    speed = factor;
    return told("speed", "" + factor, by);
  }

  @Override
  public List<CycleView> cycles() {
    return List.of();
  }

  @Override
  public Optional<List<CycleReportView>> reports(String cycle) {
    return Optional.empty();
  }

  @Override
  public boolean begin(String cycle) {
    return false;
  }

  @Override
  public boolean end(String cycle) {
    return false;
  }
}
