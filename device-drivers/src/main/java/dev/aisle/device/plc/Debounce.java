package dev.aisle.device.plc;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;

/** How long a new value must stand before it counts. */
public sealed interface Debounce {
  /** So many equal polls. */
  record Polls(int polls) implements Debounce {
    public Polls {
      if (polls < 1 || polls > 1000) {
        throw new SettingMistake(
            SettingFault.POINT_DEBOUNCE, "debounce over 1 to 1000 polls, not " + polls);
      }
    }
  }

  /** So long, rounded up to whole polls. */
  record Standing(Duration length) implements Debounce {
    public Standing {
      if (length.isNegative() || length.compareTo(Duration.ofMinutes(1)) > 0) {
        throw new SettingMistake(
            SettingFault.POINT_DEBOUNCE, "debounce up to a minute, not " + length);
      }
    }
  }

  /** The number of equal polls it takes. */
  default int in(Duration poll) {
    return switch (this) {
      case Polls(int polls) -> polls;
      case Standing(Duration length) ->
          (int) ((length.toNanos() + poll.toNanos() - 1) / poll.toNanos()) + 1;
    };
  }
}
