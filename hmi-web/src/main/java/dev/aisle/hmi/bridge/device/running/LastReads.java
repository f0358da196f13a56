package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.rfid.TagRead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest reads of one reader, one line per tag, for the devices screen. */
final class LastReads {
  private static final int KEPT = 10;

  private final Deque<TagRead> newest = new ArrayDeque<>();

  public synchronized void add(TagRead read) {
    newest.removeIf(r -> r.epcHex().equals(read.epcHex()) && r.antenna() == read.antenna());
    newest.addFirst(read);
    while (newest.size() > KEPT) {
      newest.removeLast();
    }
  }

  public synchronized List<TagRead> newestFirst() {
    return List.copyOf(newest);
  }
}
