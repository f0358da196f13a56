package dev.aisle.device.rfid.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags learned to belong to a place, because passes went by without them. Bounded: the one not
 * heard for longest is forgotten first.
 */
final class StaticTags {
  private static final int MOST = 2_048;

  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param passes in which it was heard and not carried
   * @param dbm the strongest it was in them; NaN where the reader tells none
   */
  public record Known(int passes, double dbm) {}

  void heardInPass(String epcHex, double dbm) {
    known.merge(
        epcHex,
        new Known(1, dbm),
        (before, now) ->
            new Known(
                before.passes() + 1,
                Double.isNaN(before.dbm()) ? now.dbm() : Math.max(before.dbm(), now.dbm())));
  }

  @Nullable Known find(String epcHex) {
    return known.get(epcHex);
  }

  public void forget(String epcHex) {
    known.remove(epcHex);
  }

  public int size() {
    return known.size();
  }
}
