package dev.aisle.device.plc;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;
import java.util.Optional;

/**
 * How a controller notices by itself that this program is gone, so that its outputs go to their
 * safe values without being told.
 *
 * @param heartbeat a register this program keeps changing
 * @param communicationSafety what a module that watches its own line says about it
 */
public record HostWatchdog(
    Optional<Heartbeat> heartbeat, Optional<CommunicationSafety> communicationSafety) {
  public static final HostWatchdog NONE = new HostWatchdog(Optional.empty(), Optional.empty());

  /**
   * A number that goes up by one, from 1 to 65535 and around. The controller's own program watches
   * that it changes.
   *
   * @param register holding register, counted from 0
   * @param every between two writes; a controller should wait for three of them
   */
  public record Heartbeat(int register, Duration every) {
    public Heartbeat {
      if (register < 0 || register > 0xFFFF || every.compareTo(Duration.ofMillis(50)) < 0) {
        throw new SettingMistake(
            SettingFault.HEARTBEAT,
            java.util.Map.of("given", Integer.toString(register)),
            "heartbeat in register %d every %d ms".formatted(register, every.toMillis()));
      }
    }
  }

  /**
   * Two holding registers that are 1 when the module watches its line, and when it has lost it and
   * gone to its safe values (ADAM-4100 manual, appendix B: 40215 and 40216). They can only be read;
   * the watch itself is switched on with the maker's tool.
   */
  public record CommunicationSafety(int enabled, int occurred) {}

  public static HostWatchdog heartbeat(int register, Duration every) {
    return new HostWatchdog(Optional.of(new Heartbeat(register, every)), Optional.empty());
  }
}
