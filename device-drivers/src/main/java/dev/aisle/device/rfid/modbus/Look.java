package dev.aisle.device.rfid.modbus;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one look at a head found. */
sealed interface Look {
  /**
   * @param changes the head's own count of changes, 0 when it has none
   */
  record Tag(String uidHex, OptionalInt rssiRaw, OptionalDouble rssiDbm, int changes)
      implements Look {
    Tag(String uidHex, int changes) {
      this(uidHex, OptionalInt.empty(), OptionalDouble.empty(), changes);
    }
  }

  record NoTag(int changes) implements Look {}

  /** The head could not look now; nothing is known of the tag. */
  record Busy() implements Look {}

  /** The head answers, but not as it should; nothing is known of the tag. */
  record Wrong(Meaning meaning, String what) implements Look {
    static Wrong nonsense(String what) {
      return new Wrong(Meaning.PARAMETER, what);
    }
  }
}
