package dev.aisle.device.rfid.encoding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tags whose writing was begun and not proven to be finished, by chip identity. Whoever must know
 * them after a restart too keeps them in a store of his own.
 */
public interface UnfinishedWrites {
  /**
   * @param before EPC that the tag had when it was first begun
   * @param wanted EPC that it is to have
   */
  record Begun(String before, String wanted) {}

  void begun(String tid, Begun write);

  Optional<Begun> of(String tid);

  void finished(String tid);

  /** In memory; the oldest of more than a thousand is forgotten. May be used from any thread. */
  static UnfinishedWrites inMemory() {
    return new UnfinishedWrites() {
      private static final int AT_MOST = 1000;
      private final Map<String, Begun> writes = new LinkedHashMap<>();

      @Override
      public synchronized void begun(String tid, Begun write) {
        writes.putIfAbsent(tid, write);
        if (writes.size() > AT_MOST) {
          writes.remove(writes.keySet().iterator().next());
        }
      }

      @Override
      public synchronized Optional<Begun> of(String tid) {
        return Optional.ofNullable(writes.get(tid));
      }

      @Override
      public synchronized void finished(String tid) {
        writes.remove(tid);
      }
    };
  }
}
