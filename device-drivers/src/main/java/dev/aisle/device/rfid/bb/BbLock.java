package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;

/**
 * The payload of a Gen2 lock command: 10 bits of mask, 10 bits of action, two for each field in the
 * order kill password, access password, EPC, TID, user. The higher bit of a pair is "password
 * needed", the lower one "for ever" (EPC Gen2, Lock).
 */
final class BbLock {
  private static final int MASK_OF_FIRST = 18;
  private static final int ACTION_OF_FIRST = 8;

  private BbLock() {}

  static int payload(Lock.Field field, Lock.Action action) {
    int down =
        switch (field) {
          case KILL_PASSWORD -> 0;
          case ACCESS_PASSWORD -> 2;
          case EPC -> 4;
          case TID -> 6;
          case USER -> 8;
        };
    int mask =
        switch (action) {
          case LOCK, UNLOCK -> 0b10;
          case LOCK_FOR_EVER, UNLOCK_FOR_EVER -> 0b11;
        };
    int bits =
        switch (action) {
          case UNLOCK -> 0b00;
          case UNLOCK_FOR_EVER -> 0b01;
          case LOCK -> 0b10;
          case LOCK_FOR_EVER -> 0b11;
        };
    return (mask << (MASK_OF_FIRST - down)) | (bits << (ACTION_OF_FIRST - down));
  }
}
