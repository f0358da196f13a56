package dev.aisle.sim.reader.tag;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of a site, so that what one reader wrote another reads. Holds the last used ten thousand
 * tags; one that is forgotten is like new. Used by all readers at once.
 */
public final class TagMemories {
  private static final int MOST = 10_000;

  private final Map<String, EmulatedTag> tags =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EmulatedTag> eldest) {
          return size() > MOST;
        }
      };

  /** The tag that the world knows under this EPC, also after another EPC was written to it. */
  public synchronized EmulatedTag tag(String epcHex) {
    return tags.computeIfAbsent(epcHex, EmulatedTag::of);
  }
}
