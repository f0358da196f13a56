package dev.aisle.device.rfid.uhf.protocol;

import java.util.Optional;

/**
 * Work on the memory of one tag. With a target only the tag of that EPC is touched: the reader is
 * told to select it first. Without a target whatever tag answers is meant; a caller who must not
 * touch a second tag has made sure before that there is only one.
 */
public sealed interface TagCommand {
  /** EPC of the tag meant, upper-case hex. */
  Optional<String> target();

  /** Access password, 0 when the tag has none. */
  int password();

  /**
   * @param wordAddress first 16-bit word, counted from 0
   * @param words at least 1
   */
  record Read(Optional<String> target, int password, Bank bank, int wordAddress, int words)
      implements TagCommand {}

  /**
   * @param dataHex whole 16-bit words
   */
  record Write(Optional<String> target, int password, Bank bank, int wordAddress, String dataHex)
      implements TagCommand {}

  record Lock(Optional<String> target, int password, Field field, Action action)
      implements TagCommand {
    /** What is locked (Gen2, lock payload). */
    public enum Field {
      KILL_PASSWORD,
      ACCESS_PASSWORD,
      EPC,
      TID,
      USER
    }

    /** How. */
    public enum Action {
      UNLOCK,
      LOCK,
      UNLOCK_FOR_EVER,
      LOCK_FOR_EVER
    }
  }
}
