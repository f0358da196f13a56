package dev.aisle.agv.control.command;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.util.Map;

/**
 * Tells vehicles that a person has paused or let go, again and again until their states say so:
 * instant actions may be lost (QoS 0). A vehicle that stands for another reason, as for its own
 * button, is not told to go on for ever.
 */
public final class Pausing {
  private static final Duration AGAIN = Duration.ofSeconds(3);

  /** Some never say whether they are paused. */
  private static final int MOST_TIMES = 10;

  private final Draft draft;

  public Pausing(Draft draft) {
    this.draft = draft;
  }

  /** A person has paused the vehicle, or lets it go on. */
  public void begin(VehicleTrack track) {
    track.pauseTold = 0;
    if (standsAnyhow(track)) {
      return;
    }
    tell(track);
  }

  public void look() {
    for (VehicleTrack track : draft.tracks.values()) {
      boolean stands = track.state.map(State::paused).orElse(false);
      if (stands == track.paused) {
        track.pauseTold = track.paused ? 0 : MOST_TIMES; // what it does next is not ours to undo
      } else if (track.isOnline(draft.now)
          && track.pauseTold < MOST_TIMES
          && !draft.now.isBefore(track.pauseToldAt.plus(AGAIN))
          && !standsAnyhow(track)) {
        tell(track);
      }
    }
  }

  /** In a paused zone or before a closed door it is told by those. */
  private boolean standsAnyhow(VehicleTrack track) {
    return draft.zones.pauses().holds(track.spec.id())
        || (!track.paused && track.doorStop.isPresent());
  }

  private void tell(VehicleTrack track) {
    if (!Ability.PAUSE.isIn(track.can)) {
      return;
    }
    track.pauseTold++;
    track.pauseToldAt = draft.now;
    String type = track.paused ? "startPause" : "stopPause";
    draft.outputs.add(
        new DispatchOutput.SendAction(
            new InstantAction(
                track.spec.id(),
                "%s-%s-%d".formatted(track.spec.id(), type, draft.now.toEpochMilli()),
                type,
                Map.of())));
  }
}
