package dev.aisle.device.plc;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;

/**
 * How a controller is polled.
 *
 * @param unit Modbus unit id
 * @param debouncePolls equal polls before a point without a counter has changed
 */
public record PlcSettings(int unit, Duration poll, int debouncePolls) {
  /** Unit 1 every 25 ms, changed after 2 equal polls. */
  public static final PlcSettings STANDARD = new PlcSettings(1, Duration.ofMillis(25), 2);

  public PlcSettings {
    if (unit < 0 || unit > 255 || poll.isNegative() || poll.isZero() || debouncePolls < 1) {
      throw new SettingMistake(
          SettingFault.ROUND, "unit %d every %s, %d polls".formatted(unit, poll, debouncePolls));
    }
  }
}
