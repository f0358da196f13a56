package dev.aisle.hmi.app.site;

import java.util.Locale;

/** What kind of mistake it is, as screens translate it; the sentence itself is English. */
public enum FaultKind {
  /** A value that must be there is not; the fault's {@code key} says which. */
  MISSING,
  NOT_ONE_OF,
  OUT_OF_RANGE,
  NOT_A_NUMBER,
  NOT_AN_ADDRESS,
  ADDRESS_TAKEN,
  UNKNOWN_SETTING,
  NO_SUCH_NAME,
  TWICE,
  NO_YAML,
  /** Any other. */
  WRONG;

  /** Stable word for other programs, such as {@code not-one-of}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
