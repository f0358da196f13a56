package dev.aisle.device.rfid.modbus;

import dev.aisle.device.link.Ne107;
import dev.aisle.device.link.TroubleKind;
import java.util.Locale;
import java.util.Optional;

/** What a reader's exception, code or status bit means for us. */
public enum Meaning {
  NO_TAG(Ne107.OK, "no tag"),
  /** Try again later; the reader did nothing. */
  BUSY(Ne107.OK, "the reader is busy"),
  /** The command is under way. */
  ACCEPTED(Ne107.OK, "accepted"),
  /** A tag is there, but cannot be heard well. */
  WEAK(Ne107.OUT_OF_SPEC, "the tag answers badly: check its distance and the metal around it"),
  DETUNED(Ne107.MAINTENANCE, "the antenna is detuned: check the metal around it and its cable"),
  HEAD_MISSING(Ne107.FAILURE, "no head is connected: check its cable"),
  HEAD_FAILURE(Ne107.FAILURE, "the head reports a failure"),
  PARAMETER(Ne107.CHECK, "the reader does not accept its settings: check the profile"),
  /** The tag refused: locked, or written wrongly. */
  REFUSED(Ne107.OK, "refused");

  private final Ne107 signal;
  private final String sentence;

  Meaning(Ne107 signal, String sentence) {
    this.signal = signal;
    this.sentence = sentence;
  }

  Ne107 signal() {
    return signal;
  }

  TroubleKind trouble() {
    return switch (this) {
      case DETUNED -> TroubleKind.DETUNED;
      case HEAD_MISSING -> TroubleKind.HEAD_MISSING;
      case HEAD_FAILURE -> TroubleKind.FAILED;
      case WEAK -> TroubleKind.OUT_OF_LIMITS;
      case PARAMETER -> TroubleKind.BAD_SETTING;
      case BUSY, ACCEPTED -> TroubleKind.BUSY;
      case NO_TAG, REFUSED -> TroubleKind.REFUSED;
    };
  }

  String sentence() {
    return sentence;
  }

  /** As profiles write it: {@code no-tag}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Meaning> of(String word) {
    for (Meaning meaning : values()) {
      if (meaning.word().equals(word)) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }
}
