package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.vda5050.Dialect.DeviationKey;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds out from what a vehicle says where its software differs from the text of its version.
 *
 * <p>Every instant action appears in the states after it (VDA 5050 2.1, 6.9). A vehicle in whose
 * states none ever does may know the older key of their list only, and is told by both keys; when
 * that is no help either, it is spoken to by the text again. How it spells the allowed deviation it
 * tells where its factsheet names its optional parameters (2.1, 6.15).
 */
final class DialectFinder {
  /** So many states without a word of an instant action mean that it was not understood. */
  private static final int PATIENCE = 6;

  /** If they come in a burst, only after so long. */
  private static final Duration AT_LEAST = Duration.ofSeconds(5);

  private static final int MOST_REMEMBERED = 16;

  private final Set<String> asked = new LinkedHashSet<>();
  private Optional<InstantActionsKey> key = Optional.empty();
  private Optional<DeviationKey> deviation = Optional.empty();
  private Instant askedAt = Instant.EPOCH;
  private int without;
  private boolean settled;

  /** What has been found out so far. */
  synchronized DialectOverrides found() {
    return new DialectOverrides(key, deviation, Optional.empty(), OptionalInt.empty());
  }

  /** An instant action is on its way to the vehicle. */
  synchronized void asked(String actionId, Instant now) {
    if (!settled && asked.size() < MOST_REMEMBERED) {
      askedAt = asked.isEmpty() ? now : askedAt;
      asked.add(actionId);
    }
  }

  /** Takes in a report; true when the vehicle is to be spoken to otherwise from now on. */
  synchronized boolean heard(VehicleReport report) {
    return switch (report) {
      case VehicleReport.State state -> heard(state);
      case VehicleReport.Factsheet factsheet -> heard(factsheet);
      default -> false;
    };
  }

  private boolean heard(VehicleReport.State state) {
    if (settled || asked.isEmpty()) {
      return false;
    }
    if (state.actionStates().stream().map(ActionState::actionId).anyMatch(asked::contains)) {
      settled = true;
      return false;
    }
    without++;
    if (without < PATIENCE || state.at().isBefore(askedAt.plus(AT_LEAST))) {
      return false;
    }
    without = 0;
    asked.clear();
    settled = key.isPresent();
    key = settled ? Optional.empty() : Optional.of(InstantActionsKey.BOTH);
    return true;
  }

  private boolean heard(VehicleReport.Factsheet factsheet) {
    Set<String> names = factsheet.capabilities().parameters().keySet();
    boolean upper = names.stream().anyMatch(name -> name.endsWith(DeviationKey.UPPER.text()));
    boolean lower = names.stream().anyMatch(name -> name.endsWith(DeviationKey.LOWER.text()));
    Optional<DeviationKey> before = deviation;
    if (upper || lower) {
      DeviationKey one = upper ? DeviationKey.UPPER : DeviationKey.LOWER;
      deviation = Optional.of(upper && lower ? DeviationKey.BOTH : one);
    }
    return !deviation.equals(before);
  }
}
