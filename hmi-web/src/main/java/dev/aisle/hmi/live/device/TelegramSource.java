package dev.aisle.hmi.live.device;

import java.util.List;
import java.util.function.Consumer;

/** What goes over the wire of one device. */
public interface TelegramSource {

  /** False when the driver does not tell what it sends and hears. */
  boolean told();

  /** The newest ones, oldest first, bounded. */
  List<TelegramView> last();

  /** Listens from now on, on the device's own thread; the listener must return at once. */
  Listening listen(Consumer<TelegramView> listener);

  /** Ends the listening when closed. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
