package dev.aisle.sim.reader.firmware;

import dev.aisle.sim.reader.tag.AirField;
import java.util.List;

/**
 * A reader of one make as the host sees it: bytes in, bytes out. Knows no port, no thread and no
 * clock; the time is given. Switching it off and on means a new instance.
 */
public interface ReaderFirmware {
  /**
   * Bytes from the host, cut as the line happened to cut them.
   *
   * @param nanos the time, from any origin, never going back
   * @return whole frames to send, in order
   */
  List<byte[]> receive(byte[] bytes, AirField field, long nanos);

  /**
   * What it says by itself: a running inventory, a keep-alive. Called at least every 20 ms, and
   * when what it said before has left the line.
   */
  List<byte[]> tick(AirField field, long nanos);
}
