package dev.aisle.agv.control.report;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.FailedAction;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.device.agv.InstantAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a vehicle whose action failed and can be tried again (VDA 5050 3.0, 6.2.3: {@code
 * RETRIABLE}): {@code retry} at first, then {@code skipRetry}, after which the action has failed
 * like any other. A vehicle that follows neither is held, and a person asked.
 */
final class TryingAgain {
  private static final int RETRIES = 2;
  private static final int MOST_ANSWERS = 8;
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Draft draft;

  TryingAgain(Draft draft) {
    this.draft = draft;
  }

  /**
   * @param actionId as the vehicle spells it
   */
  void answer(VehicleTrack track, String actionId) {
    FailedAction failed =
        track
            .failed
            .filter(known -> known.actionId().equals(actionId))
            .orElseGet(() -> new FailedAction(actionId, 0, Instant.EPOCH));
    if (draft.now.isBefore(failed.answeredAt().plus(AGAIN)) || track.held.isPresent()) {
      return;
    }
    if (failed.answers() >= MOST_ANSWERS) {
      track.held = Optional.of(Trouble.of(Kind.ACTION_FAILED));
      return;
    }
    boolean again = failed.answers() < RETRIES && track.can.canAtOnce("retry");
    String type = again ? "retry" : "skipRetry";
    draft.outputs.add(
        new DispatchOutput.SendAction(
            new InstantAction(
                track.spec.id(),
                "%s-%s-%d".formatted(track.spec.id(), type, draft.now.toEpochMilli()),
                type,
                Map.of("actionId", actionId))));
    track.failed = Optional.of(new FailedAction(actionId, failed.answers() + 1, draft.now));
  }
}
