package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;

/** The ten mask and ten action bits of a Gen2 lock (EPC Gen2 V2, 6.3.2.12.3.5). */
final class TmLocks {
  private TmLocks() {}

  static int shift(Lock.Field field) {
    return switch (field) {
      case KILL_PASSWORD -> 8;
      case ACCESS_PASSWORD -> 6;
      case EPC -> 4;
      case TID -> 2;
      case USER -> 0;
    };
  }

  /** The lower bit makes it permanent; it is left alone when it need not change. */
  static int mask(Lock.Action action) {
    return switch (action) {
      case LOCK, UNLOCK -> 2;
      case LOCK_FOR_EVER, UNLOCK_FOR_EVER -> 3;
    };
  }

  static int bits(Lock.Action action) {
    return switch (action) {
      case UNLOCK -> 0;
      case UNLOCK_FOR_EVER -> 1;
      case LOCK -> 2;
      case LOCK_FOR_EVER -> 3;
    };
  }
}
