package dev.aisle.hmi.bridge.alarm;

import dev.aisle.hmi.bridge.history.FleetHistory;
import dev.aisle.hmi.bridge.work.Rounds;
import org.springframework.stereotype.Component;

/** Keeps what the fleet does for as long as the program runs. */
@Component
final class HistoryWatch extends Watch {
  private final FleetHistory history;

  HistoryWatch(FleetHistory history) {
    this.history = history;
  }

  @Override
  public Rounds rounds() {
    return history.rounds();
  }
}
