package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.Session;

/**
 * The 16 bits with which a Gen2 inventory round is begun: {@code DR 1 | M 2 | TRext 1 | Sel 2 |
 * Session 2 | Target 1 | Q 4 | unused 3}, from the highest bit.
 */
record BbQuery(int bits) {
  private static final int SESSION_AT = 8;
  private static final int SESSION_MASK = 3 << SESSION_AT;

  BbQuery with(Session session) {
    return new BbQuery((bits & ~SESSION_MASK) | (session.code() << SESSION_AT));
  }
}
