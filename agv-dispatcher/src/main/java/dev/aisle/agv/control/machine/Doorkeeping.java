package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.passage.door.DoorNeeds;
import dev.aisle.agv.passage.door.Doors;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.util.Map;

/** Has doors opened before vehicles come, and their lanes closed while they are out of order. */
public final class Doorkeeping {
  private final Draft draft;

  public Doorkeeping(Draft draft) {
    this.draft = draft;
  }

  public void look() {
    if (draft.doors.isEmpty()) {
      return;
    }
    Doors.Turn turn = draft.doors.next(needs(), draft.now);
    draft.doors = turn.doors();
    turn.moves()
        .forEach((door, move) -> draft.outputs.add(new DispatchOutput.MoveDoor(door, move)));
  }

  private DoorNeeds needs() {
    double longestM =
        Footprint.coveringAll(
                draft.tracks.values().stream()
                    .map(track -> track.spec)
                    .map(VehicleSpec::footprint)
                    .toList())
            .lengthM();
    DoorNeeds needs = new DoorNeeds(draft.map, draft.doors, longestM);
    Map<VehicleId, Itinerary> all = draft.itineraries();
    for (VehicleTrack track : draft.tracks.values()) {
      Itinerary own = all.get(track.spec.id());
      if (own != null) {
        needs.add(own, all, track.isWilling(draft.now));
      }
      if (own == null || !track.isAutomatic()) {
        track
            .state
            .flatMap(State::pose)
            .filter(Pose::localized)
            .ifPresent(pose -> needs.standing(pose, track.spec.lengthM()));
      }
    }
    return needs;
  }
}
