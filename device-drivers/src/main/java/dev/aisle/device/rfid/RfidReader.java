package dev.aisle.device.rfid;

import dev.aisle.device.link.LineDevice;
import java.util.function.Consumer;

/**
 * A tag reader of any make. While open it reads continuously and reconnects by itself; a failing
 * reader is seen in {@link #health()} and never throws.
 */
public interface RfidReader extends LineDevice {
  /**
   * Receives every read, on the thread of the reader, in order. The receiver must return quickly
   * and hand over to its own queue. To be called before {@link #open()}.
   */
  void onRead(Consumer<TagRead> receiver);

  /** What the reader said about itself when it last came up; without parts before that. */
  ReaderInfo info();
}
