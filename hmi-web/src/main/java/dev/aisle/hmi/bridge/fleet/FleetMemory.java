package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.FleetView;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest word of every vehicle and of the dispatcher, for screens and alarms. Never blocks. */
@Component
public final class FleetMemory {
  private final Map<VehicleId, Heard> vehicles = new ConcurrentHashMap<>();
  private final Map<VehicleId, Known> factsheets = new ConcurrentHashMap<>();
  private volatile Optional<String> failure = Optional.empty();
  private volatile Optional<FleetState> state = Optional.empty();
  private volatile FleetView view = FleetView.empty();

  /** What was last heard of one vehicle; parts never heard are null. */
  public record Heard(
      VehicleReport.@Nullable State state,
      VehicleReport.@Nullable Pose pose,
      VehicleReport.@Nullable ConnectionState connection,
      @Nullable Instant lastReport) {
    static final Heard NOTHING = new Heard(null, null, null, null);
  }

  /** What a vehicle can do, as its factsheet and the site file say, and when the factsheet came. */
  record Known(VehicleCapabilities capabilities, Instant at) {}

  void heard(VehicleReport report) {
    if (report instanceof VehicleReport.Factsheet factsheet) {
      factsheets.put(factsheet.vehicle(), new Known(factsheet.capabilities(), factsheet.at()));
    }
    vehicles.compute(
        report.vehicle(), (id, before) -> after(before == null ? Heard.NOTHING : before, report));
  }

  private static Heard after(Heard before, VehicleReport report) {
    return switch (report) {
      case VehicleReport.State state ->
          new Heard(state, state.pose().orElse(before.pose()), before.connection(), state.at());
      case VehicleReport.Visualization seen ->
          new Heard(before.state(), seen.pose(), before.connection(), seen.at());
      case VehicleReport.Connection connection ->
          new Heard(before.state(), before.pose(), connection.state(), before.lastReport());
      case VehicleReport.Factsheet factsheet -> before;
    };
  }

  void decided(FleetState next, FleetView decided) {
    state = Optional.of(next);
    view = decided;
    failure = Optional.empty();
  }

  /** What the dispatcher knew after its last step; empty before the first. */
  Optional<FleetState> state() {
    return state;
  }

  /** The dispatcher's last step threw; cleared by the next good one. */
  void failed(String why) {
    failure = Optional.of(why);
  }

  public Optional<String> failure() {
    return failure;
  }

  public FleetView view() {
    return view;
  }

  /** Empty as long as no factsheet has come. */
  Optional<Known> known(VehicleId vehicle) {
    return Optional.ofNullable(factsheets.get(vehicle));
  }

  public Heard of(VehicleId vehicle) {
    return Optional.ofNullable(vehicles.get(vehicle)).orElse(Heard.NOTHING);
  }
}
