package dev.aisle.device.link;

import java.io.IOException;

/** What one device needs done. All three are called by the one thread of its line. */
public interface DeviceWork {
  /** Opens the wire and proves that the device answers. */
  void open() throws IOException, InterruptedException;

  /** One short piece of work, at most about 200 ms; called again and again while the line is up. */
  void round() throws IOException, InterruptedException;

  /** Closes the wire. Called after every failure, also of {@link #open()}; never throws. */
  void close();
}
