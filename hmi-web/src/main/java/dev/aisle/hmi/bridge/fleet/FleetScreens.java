package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleAbilities;
import dev.aisle.hmi.live.fleet.VehicleLive;
import dev.aisle.hmi.live.fleet.VehicleRow;
import dev.aisle.hmi.live.fleet.VehicleState;
import dev.aisle.hmi.live.simulator.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fleet as screens see and command it. */
@Component
final class FleetScreens implements FleetPort {
  private final Site site;
  private final FleetMemory memory;
  private final FleetLoop loop;
  private final VehicleReports reports;
  private final Clock clock;

  FleetScreens(Site site, FleetMemory memory, FleetLoop loop, VehicleReports reports, Clock clock) {
    this.site = site;
    this.memory = memory;
    this.loop = loop;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public FleetView view() {
    Instant now = clock.instant();
    FleetMemory.Picture picture = memory.picture();
    dev.aisle.agv.control.io.FleetView fleet = picture.view();
    Map<String, VehicleView> byId = new HashMap<>();
    fleet.vehicles().forEach(v -> byId.put(v.id().value(), v));
    List<VehicleRow> rows = new ArrayList<>();
    for (Site.Vehicle vehicle : site.vehicles()) {
      Optional<VehicleView> view = Optional.ofNullable(byId.get(vehicle.id()));
      Optional<FleetMemory.Wait> wait =
          Optional.ofNullable(picture.waits().get(new VehicleId(vehicle.id())));
      rows.add(rowOf(vehicle, view, wait, now));
    }
    Map<String, Said> why = new HashMap<>();
    fleet
        .transports()
        .forEach(
            t ->
                t.whyNotYet()
                    .ifPresent(
                        w -> why.put(t.request().id().value(), new Said(w.key(), w.values()))));
    return new FleetView(now, rows, why);
  }

  @Override
  public Optional<VehicleAbilities> abilities(String vehicle) {
    return site.vehicles().stream()
        .filter(one -> one.id().equals(vehicle))
        .findFirst()
        .map(reports::of);
  }

  private VehicleRow rowOf(
      Site.Vehicle vehicle,
      Optional<VehicleView> view,
      Optional<FleetMemory.Wait> wait,
      Instant now) {
    FleetMemory.Heard heard = memory.of(new VehicleId(vehicle.id()));
    VehicleReport.@Nullable State state = heard.state();
    VehicleReport.@Nullable Pose pose = heard.pose();
    Optional<Said> why = view.flatMap(FleetScreens::why);
    List<String> planned = view.map(VehicleView::horizon).orElse(List.of());
    int told =
        Math.min(
            planned.size(),
            memory.orderOf(new VehicleId(vehicle.id())).map(KnownOrder::told).orElse(0));
    VehicleLive live =
        new VehicleLive(
            vehicle.id(),
            pose == null ? null : pose.xM(),
            pose == null ? null : pose.yM(),
            pose == null ? null : pose.thetaRad(),
            stateOf(vehicle.id(), view),
            state == null ? null : state.batteryPercent(),
            state == null || state.loads().isEmpty() ? null : state.loads().getFirst().loadId(),
            heard.lastReport() == null
                ? null
                : Math.max(0, Duration.between(heard.lastReport(), now).toMillis()),
            view.map(v -> v.baseAhead().stream().skip(1).toList()).orElse(List.of()),
            planned.subList(0, told),
            planned.subList(told, planned.size()),
            wait.map(FleetScreens::waits).orElse(null),
            view.flatMap(VehicleView::transport).map(t -> t.value()).orElse(null),
            state == null ? null : state.lastNodeId(),
            view.flatMap(VehicleView::errand).map(FleetScreens::sent).orElse(null));
    return new VehicleRow(
        live,
        vehicle.manufacturer(),
        vehicle.serial(),
        reports.versionOf(vehicle),
        heard.connection() == null ? "unknown" : lower(heard.connection().name()),
        heard.lastReport(),
        state == null ? null : lower(state.mode().name()),
        state == null ? List.of() : state.errors().stream().map(FleetScreens::fault).toList(),
        state == null || state.orderId().isEmpty() ? null : state.orderId(),
        why.map(Said::key).orElse(null),
        why.map(Said::values).orElse(List.of()));
  }

  /** What is wrong with it, or else why it has nothing to do. */
  private static Optional<Said> why(VehicleView view) {
    return view.trouble()
        .map(trouble -> new Said(trouble.key(), trouble.keyValues()))
        .or(() -> view.waitsAt().map(wait -> new Said(wait.key(), List.of(wait.machine()))))
        .or(() -> view.whyIdle().map(idle -> new Said(idle.key(), idle.values())));
  }

  private VehicleState stateOf(String id, Optional<VehicleView> view) {
    VehicleReport.@Nullable ConnectionState connection = memory.of(new VehicleId(id)).connection();
    if (connection == VehicleReport.ConnectionState.BROKEN
        || connection == VehicleReport.ConnectionState.OFFLINE) {
      return VehicleState.UNKNOWN;
    }
    return view.map(v -> stateOf(v.word())).orElse(VehicleState.UNKNOWN);
  }

  static VehicleState stateOf(VehicleView.Word word) {
    return switch (word) {
      case UNKNOWN -> VehicleState.UNKNOWN;
      case IDLE, PARKED -> VehicleState.IDLE;
      case CHARGING -> VehicleState.CHARGING;
      case DRIVING, PICKING, DROPPING -> VehicleState.EXECUTING;
      case WAITING -> VehicleState.WAITING;
      case HELD, EMERGENCY_STOP -> VehicleState.ERROR;
      case PAUSED -> VehicleState.PAUSED;
      case MANUAL -> VehicleState.MANUAL;
    };
  }

  private static VehicleLive.WaitsFor waits(FleetMemory.Wait wait) {
    VehicleView.WaitsFor waits = wait.waitsFor();
    return new VehicleLive.WaitsFor(
        waits.vehicle().value(), waits.node(), waits.key(), wait.since());
  }

  private static VehicleLive.Sent sent(Errand errand) {
    return new VehicleLive.Sent(lower(errand.kind().name()), errand.node().orElse(null));
  }

  private static VehicleRow.VehicleFault fault(VehicleReport.VehicleError error) {
    return new VehicleRow.VehicleFault(
        error.type(), lower(error.level().name()), error.description());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  @Override
  public Command pause(String vehicle, String by) {
    return told(vehicle, DispatchInput.Pause::new);
  }

  @Override
  public Command resume(String vehicle, String by) {
    return told(vehicle, DispatchInput.Resume::new);
  }

  private Command told(
      String vehicle, java.util.function.Function<VehicleId, DispatchInput> command) {
    if (site.vehicles().stream().noneMatch(v -> v.id().equals(vehicle))) {
      return new Command.Unknown(vehicle);
    }
    loop.ask(command.apply(new VehicleId(vehicle)));
    return Command.ACCEPTED;
  }
}
