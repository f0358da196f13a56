package dev.aisle.device.scale;

import dev.aisle.device.link.DeviceHealth;
import java.util.Optional;
import java.util.function.Consumer;

/** A scale that is read as long as it is open. May be asked from any thread. */
public interface Scale extends AutoCloseable {
  String name();

  /** Starts reading and returns at once. */
  void open();

  DeviceHealth health();

  /**
   * What it shows now, also while it moves. Empty when it has said nothing for too long: the last
   * weight is never shown as the current one.
   */
  Optional<WeightReading> latest();

  /**
   * Receives each weight once when it has come to rest, {@link WeightReading#usable usable} and
   * also 0 when the scale was cleared, on the scale's own thread. Must return quickly. To be called
   * before {@link #open()}.
   */
  void onStable(Consumer<WeightReading> receiver);

  /** Stops for good. Never throws. */
  @Override
  void close();
}
