package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.passage.door.DoorStop;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Stops vehicles that are on their way, with leave, to a door that has closed before them, or a
 * lift, and lets them go on when it stands open again. One that is in the door already drives on.
 * This is no protection of people or doors: messages take their time, and a vehicle must brake.
 */
public final class DoorStops {
  /** What was told may be lost. */
  private static final Duration AGAIN = Duration.ofSeconds(3);

  /** Between a vehicle's end and a door's leaf, in metres. */
  private static final double CLEAR_M = 0.3;

  private final Draft draft;

  public DoorStops(Draft draft) {
    this.draft = draft;
  }

  public void look() {
    if (draft.doors.isEmpty() && draft.lifts.isEmpty()) {
      return;
    }
    for (VehicleTrack track : draft.tracks.values()) {
      if (track.isLocated() && track.isOnline(draft.now) && Ability.PAUSE.isIn(track.can)) {
        Optional<String> shut = track.isAutomatic() ? shutAhead(track) : Optional.empty();
        if (shut.isPresent()) {
          stop(track, shut.get());
        } else {
          track.doorStop = track.doorStop.flatMap(before -> goOn(track, before));
        }
      }
    }
  }

  private Optional<String> shutAhead(VehicleTrack track) {
    for (long i = track.reached + 1; i <= track.released; i++) {
      String from = track.visit(i - 1).node();
      String to = track.visit(i).node();
      Optional<String> door =
          draft
              .doors
              .on(from, to)
              .filter(one -> draft.doors.isShut(one, draft.now))
              .or(() -> liftShut(from, to));
      if (door.isPresent() && !(i == track.reached + 1 && hasComeToIt(track, from, to))) {
        return door;
      }
    }
    return Optional.empty();
  }

  private Optional<String> liftShut(String from, String to) {
    return draft.lifts.isShut(draft.map, from, to, draft.now)
        ? draft.map.liftAt(to).or(() -> draft.map.liftAt(from)).map(Lift::id)
        : Optional.empty();
  }

  /** The vehicle is in the door, in the middle of the lane, or behind it. */
  private boolean hasComeToIt(VehicleTrack track, String from, String to) {
    Optional<Pose> pose = track.state.flatMap(State::pose).filter(Pose::localized);
    if (pose.isEmpty()) {
      return false;
    }
    Node before = draft.map.node(from);
    Node behind = draft.map.node(to);
    double doorX = (before.xM() + behind.xM()) / 2;
    double doorY = (before.yM() + behind.yM()) / 2;
    double x = pose.get().xM();
    double y = pose.get().yM();
    return Math.hypot(x - doorX, y - doorY) < track.spec.lengthM() / 2 + CLEAR_M
        || Math.hypot(x - behind.xM(), y - behind.yM())
            < Math.hypot(x - before.xM(), y - before.yM());
  }

  private void stop(VehicleTrack track, String door) {
    DoorStop stop = track.doorStop.filter(before -> !before.going()).orElse(DoorStop.before(door));
    boolean stands = track.state.map(State::paused).orElse(false);
    track.doorStop = Optional.of(stands ? stop : told(track, stop, "startPause"));
  }

  /** Empty once it drives on, or stands for a person or in a paused zone. */
  private Optional<DoorStop> goOn(VehicleTrack track, DoorStop before) {
    if (track.paused || draft.zones.pauses().holds(track.spec.id())) {
      return Optional.empty();
    }
    DoorStop stop = before.over();
    boolean told = stop.toldAt().isAfter(Instant.EPOCH);
    boolean answered = told && !draft.now.isBefore(stop.toldAt().plus(AGAIN));
    return answered && !track.state.map(State::paused).orElse(false)
        ? Optional.empty()
        : Optional.of(told(track, stop, "stopPause"));
  }

  private DoorStop told(VehicleTrack track, DoorStop stop, String type) {
    if (draft.now.isBefore(stop.toldAt().plus(AGAIN))) {
      return stop;
    }
    draft.outputs.add(
        new DispatchOutput.SendAction(
            new InstantAction(
                track.spec.id(),
                "%s-door-%s-%d".formatted(track.spec.id(), type, draft.now.toEpochMilli()),
                type,
                Map.of())));
    return stop.toldAt(draft.now);
  }
}
