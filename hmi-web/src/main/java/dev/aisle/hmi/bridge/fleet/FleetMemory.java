package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.control.io.VehicleView.WaitsFor;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.live.fleet.VehicleOrderView;
import java.time.Instant;
import java.util.HashMap;
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
  private final Map<VehicleId, KnownOrder> orders = new ConcurrentHashMap<>();
  private final AskedServices asked = new AskedServices();
  private volatile Optional<String> failure = Optional.empty();
  private volatile Optional<FleetState> state = Optional.empty();
  private volatile Picture picture = new Picture(FleetView.empty(), Map.of(), Instant.MIN);

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
    if (report instanceof VehicleReport.State state) {
      asked.heard(state);
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

  /** For whom a vehicle waits, and since when it has been the same one at the same node. */
  record Wait(WaitsFor waitsFor, Instant since) {
    private boolean isFor(WaitsFor other) {
      return waitsFor.vehicle().equals(other.vehicle()) && waitsFor.node().equals(other.node());
    }
  }

  /**
   * One step's word on everything, so that no two parts of a screen come from two steps.
   *
   * @param waits who waits for whom
   */
  record Picture(FleetView view, Map<VehicleId, Wait> waits, Instant at) {
    Picture {
      waits = Map.copyOf(waits);
    }
  }

  void decided(FleetState next, FleetView decided, Instant now) {
    state = Optional.of(next);
    Map<VehicleId, Wait> before = picture.waits();
    Map<VehicleId, Wait> after = new HashMap<>();
    for (VehicleView vehicle : decided.vehicles()) {
      vehicle
          .waitsFor()
          .ifPresent(
              one -> {
                Wait was = before.get(vehicle.id());
                Instant since = was != null && was.isFor(one) ? was.since() : now;
                after.put(vehicle.id(), new Wait(one, since));
              });
    }
    picture = new Picture(decided, after, now);
    failure = Optional.empty();
  }

  /** What people asked of vehicles outside their orders. */
  AskedServices asked() {
    return asked;
  }

  /** What the dispatcher knew after its last step; empty before the first. */
  public Optional<FleetState> state() {
    return state;
  }

  /** The dispatcher's last step threw; cleared by the next good one. */
  void failed(String why) {
    failure = Optional.of(why);
  }

  public Optional<String> failure() {
    return failure;
  }

  /** When the dispatcher last made a step here; long ago where another node runs the fleet. */
  public Instant decidedAt() {
    return picture.at();
  }

  public FleetView view() {
    return picture.view();
  }

  Picture picture() {
    return picture;
  }

  void ordered(VehicleOrder order) {
    orders.merge(order.vehicle(), KnownOrder.of(order), (before, one) -> before.then(order));
  }

  Optional<KnownOrder> orderOf(VehicleId vehicle) {
    return Optional.ofNullable(orders.get(vehicle));
  }

  /** The order of a vehicle with how far it has come. */
  public VehicleOrderView orderView(VehicleId vehicle) {
    return orderOf(vehicle)
        .map(order -> OrderProgress.of(order, Optional.ofNullable(of(vehicle).state())))
        .orElseGet(VehicleOrderView::none);
  }

  /** Empty as long as no factsheet has come. */
  Optional<Known> known(VehicleId vehicle) {
    return Optional.ofNullable(factsheets.get(vehicle));
  }

  public Heard of(VehicleId vehicle) {
    return Optional.ofNullable(vehicles.get(vehicle)).orElse(Heard.NOTHING);
  }
}
