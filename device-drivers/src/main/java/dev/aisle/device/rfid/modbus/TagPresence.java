package dev.aisle.device.rfid.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tag lies before a head: there after 2 equal looks, gone after 3 without it. */
final class TagPresence {
  private static final int LOOKS_TO_BE_THERE = 2;
  private static final int LOOKS_TO_BE_GONE = 3;

  private @Nullable String present;
  private @Nullable String candidate;
  private int seen;
  private int missed;
  private int changes;

  /** What a look told. */
  sealed interface Told {
    record Arrived(String epcHex) implements Told {}

    record Gone(String epcHex) implements Told {}
  }

  Optional<String> present() {
    return Optional.ofNullable(present);
  }

  List<Told> look(HeadPoll poll) {
    List<Told> told = new ArrayList<>();
    String now = poll.epcHex().orElse(null);
    if (now != null && now.equals(present)) {
      missed = 0;
      candidate = null;
      if (poll.changes() != changes) {
        // It was taken away and put back between two looks.
        told.add(new Told.Arrived(now));
      }
    } else {
      lookElsewhere(now, told);
    }
    changes = poll.changes();
    return told;
  }

  private void lookElsewhere(@Nullable String now, List<Told> told) {
    seen = now != null && now.equals(candidate) ? seen + 1 : 1;
    candidate = now;
    String before = present;
    boolean another = now != null && seen >= LOOKS_TO_BE_THERE;
    if (before != null && (++missed >= LOOKS_TO_BE_GONE || another)) {
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
