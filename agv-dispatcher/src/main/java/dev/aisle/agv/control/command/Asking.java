package dev.aisle.agv.control.command;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Asked;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends vehicles the instant actions that people ask for, again and again until the state shows
 * them, for they may be lost (QoS 0); the vehicle does each of them once, by its id.
 */
public final class Asking {
  private static final Duration AGAIN = Duration.ofSeconds(3);
  private static final int MOST_TIMES = 5;

  /** At one time, for one vehicle. */
  private static final int MOST_ASKED = 10;

  private final Draft draft;

  public Asking(Draft draft) {
    this.draft = draft;
  }

  /** A person asks for this; twice the same is as once. */
  public void begin(InstantAction action) {
    VehicleTrack track = draft.tracks.get(action.vehicle());
    if (track == null
        || track.asked.size() >= MOST_ASKED
        || track.asked.stream().anyMatch(one -> one.action().equals(action))) {
      return;
    }
    List<Asked> all = new ArrayList<>(track.asked);
    all.add(told(action, 0));
    track.asked = List.copyOf(all);
  }

  public void look() {
    for (VehicleTrack track : draft.tracks.values()) {
      if (!track.asked.isEmpty()) {
        track.asked =
            track.asked.stream()
                .filter(one -> one.told() < MOST_TIMES && !isShown(track, one))
                .map(one -> isDue(track, one) ? told(one.action(), one.told()) : one)
                .toList();
      }
    }
  }

  private static boolean isShown(VehicleTrack track, Asked one) {
    return track.state.map(State::allActionStates).orElse(List.of()).stream()
        .anyMatch(shown -> shown.actionId().equals(one.action().actionId()));
  }

  /** One that sleeps hears the word to wake up, though it says nothing itself. */
  private boolean isDue(VehicleTrack track, Asked one) {
    boolean hears = track.isOnline(draft.now) || track.connection == ConnectionState.HIBERNATING;
    return hears && !draft.now.isBefore(one.toldAt().plus(AGAIN));
  }

  private Asked told(InstantAction action, int before) {
    draft.outputs.add(new DispatchOutput.SendAction(action));
    return new Asked(action, before + 1, draft.now);
  }
}
