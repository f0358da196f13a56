package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.passage.lift.LiftNeeds;
import dev.aisle.agv.passage.lift.Lifts;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.util.Map;

/** Has lifts called before vehicles come, and ridden by those that stand in them. */
public final class Liftkeeping {
  private final Draft draft;

  public Liftkeeping(Draft draft) {
    this.draft = draft;
  }

  public void look() {
    if (draft.lifts.isEmpty()) {
      return;
    }
    Lifts.Turn turn = draft.lifts.next(needs(), draft.map, draft.now);
    draft.lifts = turn.lifts();
    turn.moves()
        .forEach((lift, move) -> draft.outputs.add(new DispatchOutput.MoveLift(lift, move)));
  }

  private LiftNeeds needs() {
    LiftNeeds needs = new LiftNeeds(draft.map);
    Map<VehicleId, Itinerary> all = draft.itineraries();
    for (VehicleTrack track : draft.tracks.values()) {
      Itinerary own = all.get(track.spec.id());
      if (own != null) {
        needs.add(own, all, track.isWilling(draft.now), stands(track));
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

  /** It says that it stands still where it was last sent to. */
  private static boolean stands(VehicleTrack track) {
    return track.isLocated()
        && track
            .state
            .filter(state -> !state.driving())
            .filter(state -> state.lastNodeId().equals(track.here().node()))
            .isPresent();
  }
}
