package dev.aisle.agv.control;

import dev.aisle.agv.control.command.Asking;
import dev.aisle.agv.control.command.Pausing;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.control.machine.DoorStops;
import dev.aisle.agv.control.machine.Doorkeeping;
import dev.aisle.agv.control.machine.GateWatch;
import dev.aisle.agv.control.machine.Liftkeeping;
import dev.aisle.agv.control.machine.StationDesk;
import dev.aisle.agv.control.order.Releasing;
import dev.aisle.agv.control.order.Retelling;
import dev.aisle.agv.control.order.Zoning;
import dev.aisle.agv.control.report.LoadWatch;
import dev.aisle.agv.control.report.Reception;
import dev.aisle.agv.control.report.StopProgress;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Ground;
import dev.aisle.agv.control.state.Known;
import dev.aisle.agv.control.state.MachineStates;
import dev.aisle.agv.control.state.Offer;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.control.work.ChargingDesk;
import dev.aisle.agv.control.work.Tasking;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.handover.Gates;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.passage.door.Doors;
import dev.aisle.agv.passage.lift.Lifts;
import dev.aisle.agv.planning.Roll;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneBook;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends the fleet about its work. One pure function: the same state, time and inputs always give
 * the same outputs. To be called for every batch of inputs and at least about five times a second.
 */
public final class Dispatcher {
  /** After a restart the fleet waits so long for those that were under way to report. */
  public static final Duration RESTART_PATIENCE = Duration.ofSeconds(10);

  /** And so long for those that still follow orders nobody remembers. */
  public static final Duration FOREIGN_PATIENCE = Duration.ofSeconds(60);

  private Dispatcher() {}

  /**
   * The state to begin with. Nothing is sent to a vehicle before its first report.
   *
   * @param restored the last journal stored, or {@link DispatchJournal#empty()}
   */
  public static FleetState start(
      Roadmap map, List<VehicleSpec> specs, ChargingPolicy charging, DispatchJournal restored) {
    return start(map, specs, charging, FloorMachines.NONE, restored);
  }

  /**
   * The same on a floor with machines.
   *
   * @throws IllegalArgumentException if a machine is at no place of the roadmap, or two of a kind
   *     are at one
   */
  public static FleetState start(
      Roadmap map,
      List<VehicleSpec> specs,
      ChargingPolicy charging,
      FloorMachines machines,
      DispatchJournal restored) {
    Map<VehicleId, VehicleTrack> tracks = new LinkedHashMap<>();
    Set<String> homes = new HashSet<>();
    for (VehicleSpec spec : specs) {
      if (!homes.add(spec.parksAt())) {
        throw new IllegalArgumentException(
            "two vehicles park at %s; each needs its own place".formatted(spec.parksAt()));
      }
      if (!map.has(spec.parksAt())) {
        throw new IllegalArgumentException(
            "%s parks at %s, which is not on the roadmap".formatted(spec.id(), spec.parksAt()));
      }
      VehicleTrack track =
          restored.orders().stream()
              .filter(
                  o ->
                      o.vehicle().equals(spec.id())
                          && o.visits().stream().allMatch(v -> map.has(v.node())))
              .findFirst()
              .map(o -> VehicleTrack.restored(spec, o))
              .orElseGet(() -> new VehicleTrack(spec));
      tracks.put(spec.id(), track);
    }
    Map<TransportId, TransportRecord> transports = new LinkedHashMap<>();
    restored.transports().forEach(t -> transports.put(t.id(), t));
    Footprint largest = Footprint.coveringAll(specs.stream().map(VehicleSpec::footprint).toList());
    List<String> chargers =
        map.nodes().stream()
            .filter(node -> node.kind() == NodeKind.CHARGER && !homes.contains(node.id()))
            .map(Node::id)
            .toList();
    return new FleetState(
        new Known(
            map.closing(restored.closures()),
            new Ground(Conflicts.of(map, largest), chargers, charging, Roll.of(tracks.keySet())),
            new MachineStates(
                Doors.of(machines.doors(), map),
                Lifts.of(map),
                Gates.of(machines.gates(), map),
                Stations.of(machines.stations(), map)),
            ZoneBook.of(
                restored.zones(), map.zones().stream().map(Zone::id).collect(Collectors.toSet())),
            tracks,
            transports,
            restored,
            Optional.empty(),
            false,
            Instant.EPOCH,
            Offer.NONE));
  }

  /** Takes in what was reported and asked for, and says what to send and tell. */
  public static StepResult step(FleetState state, Instant now, List<DispatchInput> inputs) {
    Known before = state.known;
    Draft draft = before.draft(now);
    Instant startedAt = before.startedAt().orElse(now);
    if (before.startedAt().isEmpty()) {
      new Retelling(draft).tell();
    }
    Reception reception = new Reception(draft);
    inputs.forEach(reception::take);
    new StopProgress(draft).advance();
    new LoadWatch(draft).watch();
    new GateWatch(draft).look();
    draft.open = draft.open || mayOpen(draft, Duration.between(startedAt, now));
    if (draft.open) {
      new Doorkeeping(draft).look();
      new Liftkeeping(draft).look();
      new DoorStops(draft).look();
      draft.closeWays();
      new StationDesk(draft).look();
      new Zoning(draft).look();
      new ChargingDesk(draft).schedule();
      new Tasking(draft).plan();
      new Releasing(draft).release();
    }
    new Pausing(draft).look();
    new Asking(draft).look();
    new Releasing(draft).askTheSilent();
    Known after = draft.finish(Optional.of(startedAt));
    return new StepResult(
        new FleetState(after),
        draft.outputs,
        after.journal(),
        !after.journal().equals(before.journal()));
  }

  private static boolean mayOpen(Draft draft, Duration waited) {
    boolean foreign = draft.tracks.values().stream().anyMatch(t -> t.foreign);
    boolean silent = draft.tracks.values().stream().anyMatch(t -> t.state.isEmpty());
    return (!foreign || waited.compareTo(FOREIGN_PATIENCE) >= 0)
        && (!silent || waited.compareTo(RESTART_PATIENCE) >= 0);
  }
}
