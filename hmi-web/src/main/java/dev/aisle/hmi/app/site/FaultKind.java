package dev.aisle.hmi.app.site;

import java.util.Locale;

/**
 * What kind of mistake it is, as screens translate it with the values named beside each; the
 * sentence itself is English.
 */
public enum FaultKind {
  /** {@code key} must be there. */
  MISSING,
  /** {@code given} is none of {@code words}. */
  NOT_ONE_OF,
  /** {@code given} is not between {@code least} and {@code most}. */
  OUT_OF_RANGE,
  /** {@code given} is no number. */
  NOT_A_NUMBER,
  /** {@code given} has a fraction. */
  NOT_WHOLE,
  /** {@code given} is no time. */
  NOT_A_TIME,
  /** {@code given} is no serial path or host:port, whichever it must be. */
  NOT_AN_ADDRESS,
  NOT_A_SERIAL_PATH,
  NOT_A_HOST_PORT,
  /** {@code device} has the same address. */
  ADDRESS_TAKEN,
  /** There is no setting {@code given}. */
  UNKNOWN_SETTING,
  /** Nothing is called {@code given}. */
  NO_SUCH_NAME,
  /** {@code given} is there already. */
  TWICE,
  /** {@code station} has one of its kind already: {@code device}. */
  STATION_TAKEN,
  /** {@code point} has the same place. */
  PLACE_TAKEN,
  /** A name has letters, digits and _ . -, at most 40. */
  BAD_NAME,
  /** {@code given} is no number of an antenna. */
  NOT_AN_ANTENNA,
  /** There is no antenna {@code given}; the largest of these readers has {@code most}. */
  NO_SUCH_ANTENNA,
  /** The read point is for one head; with several it stands there. */
  FOR_ONE_HEAD,
  /** The file {@code given} cannot be read. */
  UNREADABLE_FILE,
  /** The profile {@code given} has {@code count} mistakes, the first in line {@code line}. */
  BAD_PROFILE,
  /** The environment has no {@code given}. */
  NOT_IN_ENVIRONMENT,
  NO_YAML,
  /** Any other. */
  WRONG;

  /** Stable word for other programs, such as {@code not-one-of}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
