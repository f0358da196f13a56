package dev.aisle.hmi.bridge;

import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.handover.StationTrouble;
import dev.aisle.agv.passage.door.DoorTrouble;
import dev.aisle.agv.passage.lift.LiftReport;
import dev.aisle.agv.passage.lift.LiftTrouble;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.alarm.LineWatch;
import dev.aisle.hmi.bridge.alarm.Watch;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.bridge.fleet.FleetMemory;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks every half second at devices, doors and vehicles and says which of them are in trouble.
 * Says so again at every look; the alarms themselves see to it that each trouble is one alarm.
 */
@Component
final class AlarmWatch extends Watch {
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** After the start devices have this long to come up before anybody is called. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** A vehicle reports at least every few seconds; older than this is not believed (VDA 5050). */
  private static final Duration VEHICLE_SILENT = Duration.ofSeconds(15);

  private static final Duration STUCK = Duration.ofMinutes(2);

  /** Nothing of it can be used. */
  private static final Set<DeviceSignal> SILENT =
      Set.of(DeviceSignal.FAILURE, DeviceSignal.UNKNOWN);

  private static final Set<DeviceSignal> COMPLAINS =
      Set.of(DeviceSignal.CHECK, DeviceSignal.OUT_OF_SPEC);

  private static final List<AlarmType> OF_DEVICES =
      List.of(
          AlarmType.READER_SILENT,
          AlarmType.TAG_HEAD_SILENT,
          AlarmType.PLC_SILENT,
          AlarmType.SCALE_SILENT,
          AlarmType.SCANNER_SILENT,
          AlarmType.PRINTER_DOWN,
          AlarmType.DEVICE_NEEDS_CARE);

  private final Site site;
  private final Bridge bridge;
  private final FleetMemory fleet;
  private final Alarms alarms;
  private final Clock clock;
  private final Map<String, Instant> waitingSince = new HashMap<>();
  private final LineWatch lines = new LineWatch();
  private Set<LineWatch.Call> linesCalled = Set.of();
  private Set<String> watched = Set.of();

  AlarmWatch(Site site, Bridge bridge, FleetMemory fleet, Alarms alarms, Clock clock) {
    this.site = site;
    this.bridge = bridge;
    this.fleet = fleet;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public Rounds rounds() {
    Instant from = clock.instant().plus(GRACE);
    return new Rounds("alarms", PAUSE, () -> look(from));
  }

  private void look(Instant from) {
    Instant now = clock.instant();
    if (now.isBefore(from) || !bridge.isOpen()) {
      return;
    }
    List<DeviceStatus> devices = bridge.devices();
    forgetRemoved(devices);
    List<LineUnit> units = bridge.lineUnits();
    lookAtLines(units, now);
    Set<String> onLines = units.stream().map(LineUnit::device).collect(Collectors.toSet());
    devices.forEach(device -> look(device, onLines.contains(device.name())));
    List<String> stuckDoors = bridge.stuckDoors();
    for (Site.Door door : site.doors()) {
      alarms.set(
          AlarmType.DOOR_STUCK,
          door.location(),
          stuckDoors.contains(door.location()),
          Map.of("door", door.location()));
    }
    lookAtLaneDoors();
    lookAtLifts();
    Set<String> notReady =
        fleet.view().stations().stream().map(StationTrouble::node).collect(Collectors.toSet());
    site.floor().nodes().stream()
        .filter(node -> node.handOver().isPresent())
        .map(Site.Node::id)
        .forEach(
            node ->
                alarms.set(
                    AlarmType.STATION_NOT_READY,
                    node,
                    notReady.contains(node),
                    Map.of("station", node)));
    fleet.view().vehicles().forEach(vehicle -> look(vehicle, now));
    alarms.set(
        AlarmType.DISPATCHER_FAULT,
        "dispatcher",
        fleet.failure().isPresent(),
        Map.of("reason", fleet.failure().orElse("")));
  }

  private void lookAtLaneDoors() {
    Map<String, Set<String>> lanes = new HashMap<>();
    for (Site.Lane lane : site.floor().lanes()) {
      lane.door()
          .ifPresent(
              door ->
                  lanes
                      .computeIfAbsent(door, any -> new TreeSet<>())
                      .add(Closure.Place.lane(lane.from(), lane.to()).id()));
    }
    Set<String> failed =
        fleet.view().doors().stream().map(DoorTrouble::door).collect(Collectors.toSet());
    lanes.forEach(
        (door, all) ->
            alarms.set(
                AlarmType.LANE_DOOR_FAILED,
                door,
                failed.contains(door),
                Map.of("door", door, "lanes", String.join(", ", all))));
  }

  private void lookAtLifts() {
    FleetView view = fleet.view();
    for (LiftReport lift : view.lifts()) {
      List<String> stops =
          site.floor().lifts().stream()
              .filter(one -> one.id().equals(lift.lift()))
              .flatMap(one -> one.stops().stream())
              .toList();
      String inside =
          view.vehicles().stream()
              .filter(vehicle -> stops.contains(vehicle.node()))
              .map(vehicle -> vehicle.id().value())
              .findFirst()
              .orElse("–");
      alarms.set(
          AlarmType.LIFT_FAILED,
          lift.lift(),
          lift.trouble().isPresent(),
          Map.of(
              "lift",
              lift.lift(),
              "level",
              lift.trouble().map(LiftTrouble::level).orElse(""),
              "vehicle",
              inside));
    }
  }

  /** Devices on a Modbus line are called for as their line tells, and never twice. */
  private void lookAtLines(List<LineUnit> units, Instant now) {
    Map<LineWatch.Call, Map<String, String>> calls = lines.look(units, now);
    linesCalled.stream()
        .filter(call -> !calls.containsKey(call))
        .forEach(call -> alarms.clear(call.type(), call.source()));
    calls.forEach((call, params) -> alarms.raise(call.type(), call.source(), params));
    linesCalled = Set.copyOf(calls.keySet());
  }

  private void look(DeviceStatus device, boolean onLine) {
    AlarmType type =
        switch (device.kind()) {
          case RFID_READER -> AlarmType.READER_SILENT;
          case TAG_HEAD -> AlarmType.TAG_HEAD_SILENT;
          case PLC -> AlarmType.PLC_SILENT;
          case SCALE -> AlarmType.SCALE_SILENT;
          case SCANNER -> AlarmType.SCANNER_SILENT;
          case PRINTER -> AlarmType.PRINTER_DOWN;
          case BROKER -> AlarmType.BROKER_DOWN;
          case DATABASE -> null;
        };
    if (type == null || bridge.running().map(all -> all.isComingUp(device.name())).orElse(false)) {
      return;
    }
    Map<String, String> params = paramsOf(device);
    if (!onLine) {
      alarms.set(type, device.name(), SILENT.contains(device.signal()), params);
    }
    alarms.set(
        AlarmType.DEVICE_NEEDS_CARE,
        device.name(),
        COMPLAINS.contains(device.signal()) && !isCalledForByItself(device.name()),
        params);
  }

  /** A printer without paper has an alarm that says so. */
  private boolean isCalledForByItself(String device) {
    return bridge.running().flatMap(all -> all.printer(device)).stream()
        .flatMap(printer -> printer.troubles().stream())
        .anyMatch(StationWatch.CALLS::containsKey);
  }

  /** What screens need to say why, in their language. */
  private static Map<String, String> paramsOf(DeviceStatus device) {
    Map<String, String> params = new HashMap<>(device.troubleParams());
    params.put("device", device.name());
    params.put("trouble", Optional.ofNullable(device.trouble()).orElse(""));
    params.put("detail", Optional.ofNullable(device.troubleDetail()).orElse(""));
    return params;
  }

  /** A device that is not there any more has no trouble any more. */
  private void forgetRemoved(List<DeviceStatus> devices) {
    Set<String> names = devices.stream().map(DeviceStatus::name).collect(Collectors.toSet());
    for (String gone : watched) {
      if (!names.contains(gone)) {
        OF_DEVICES.forEach(type -> alarms.clear(type, gone));
      }
    }
    watched = names;
  }

  /** It drives on as far as it can, but not to where it has to. */
  private static boolean needsAPerson(Trouble trouble) {
    return trouble.kind() == Trouble.Kind.BATTERY_LOW;
  }

  private static Map<String, String> gateParams(String vehicle, Optional<Trouble> trouble) {
    List<String> values = trouble.map(Trouble::values).orElse(List.of("", ""));
    boolean other = values.size() > 2;
    return Map.of(
        "vehicle",
        vehicle,
        "gate",
        values.getFirst(),
        "read",
        other ? values.get(1) : "–",
        "wanted",
        values.getLast());
  }

  private void look(VehicleView vehicle, Instant now) {
    String id = vehicle.id().value();
    FleetMemory.Heard heard = fleet.of(new VehicleId(id));
    boolean silent =
        heard.connection() == VehicleReport.ConnectionState.BROKEN
            || heard.connection() == VehicleReport.ConnectionState.OFFLINE
            || heard.lastReport() == null
            || heard.lastReport().plus(VEHICLE_SILENT).isBefore(now);
    alarms.set(AlarmType.VEHICLE_OFFLINE, id, silent, Map.of("vehicle", id));
    Optional<Trouble> atGate = vehicle.trouble().filter(Trouble::isOfGate);
    alarms.set(AlarmType.GATE_HOLDS, id, atGate.isPresent(), gateParams(id, atGate));
    boolean held =
        vehicle.word() == VehicleView.Word.HELD
            || vehicle.word() == VehicleView.Word.EMERGENCY_STOP
            || vehicle.trouble().filter(AlarmWatch::needsAPerson).isPresent();
    alarms.set(
        AlarmType.VEHICLE_ERROR,
        id,
        held && !silent && atGate.isEmpty(),
        Map.of("vehicle", id, "trouble", vehicle.trouble().map(Trouble::sentence).orElse("")));
    if (vehicle.waitsFor().isEmpty()) {
      waitingSince.remove(id);
    } else {
      waitingSince.putIfAbsent(id, now);
    }
    Instant since = waitingSince.get(id);
    alarms.set(
        AlarmType.VEHICLE_STUCK,
        id,
        since != null && since.plus(STUCK).isBefore(now),
        Map.of(
            "vehicle",
            id,
            "waitsFor",
            vehicle.waitsFor().map(w -> w.vehicle().value()).orElse("")));
  }
}
