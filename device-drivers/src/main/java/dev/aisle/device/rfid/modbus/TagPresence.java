package dev.aisle.device.rfid.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tag lies before a head: there after some equal looks, gone after some without it. */
final class TagPresence {
  private final int looksToBeThere;
  private final int looksToBeGone;
  private @Nullable String present;
  private @Nullable String candidate;
  private int seen;
  private int missed;
  private int changes;

  TagPresence(int looksToBeThere, int looksToBeGone) {
    this.looksToBeThere = looksToBeThere;
    this.looksToBeGone = looksToBeGone;
  }

  /** What a look told. */
  sealed interface Told {
    record Arrived(String epcHex) implements Told {}

    record Gone(String epcHex) implements Told {}
  }

  Optional<String> present() {
    return Optional.ofNullable(present);
  }

  /**
   * @param tag what lies there now
   * @param count the head's own count of changes, always the same when it has none
   */
  List<Told> look(Optional<String> tag, int count) {
    List<Told> told = new ArrayList<>();
    String now = tag.orElse(null);
    if (now != null && now.equals(present)) {
      missed = 0;
      candidate = null;
      if (count != changes) {
        // It was taken away and put back between two looks.
        told.add(new Told.Arrived(now));
      }
    } else {
      lookElsewhere(now, told);
    }
    changes = count;
    return told;
  }

  private void lookElsewhere(@Nullable String now, List<Told> told) {
    seen = now != null && now.equals(candidate) ? seen + 1 : 1;
    candidate = now;
    String before = present;
    boolean another = now != null && seen >= looksToBeThere;
    if (before != null && (++missed >= looksToBeGone || another)) {
      told.add(new Told.Gone(before));
      present = null;
      missed = 0;
    }
    if (now != null && another) {
      told.add(new Told.Arrived(now));
      present = now;
      candidate = null;
      missed = 0;
    }
  }

  /** Forgets everything: the head could not be asked for a while. */
  void forget() {
    present = null;
    candidate = null;
    seen = 0;
    missed = 0;
  }
}
