package dev.aisle.device.link;

import java.util.Locale;

/**
 * What can be wrong with a device, as screens translate it. Which values come with a kind stands
 * beside it; all of them may be missing.
 */
public enum TroubleKind {
  /** Its owner closed it. */
  CLOSED,
  /** There is no such port: cable out, or wrong name. Values: {@code port}. */
  NO_PORT,
  /** Another device or program holds the port. Values: {@code port}. */
  PORT_BUSY,
  /** The operating system does not let this program open the port. Values: {@code port}. */
  NO_PERMISSION,
  /** The name or the way to the host is not known, or the host is silent. Values: {@code host}. */
  NO_HOST,
  /** The host answers, but nothing listens there. Values: {@code address}. */
  CONNECTION_REFUSED,
  /** The line broke while in use. Values: {@code address}. */
  CONNECTION_LOST,
  /**
   * The two do not trust each other's certificates. Values: {@code address}, {@code why} as in
   * {@link dev.aisle.device.tls.TlsRefusal}.
   */
  NOT_TRUSTED,
  /** The line is open and nobody answers. Values: {@code address}. */
  NO_ANSWER,
  /** One unit of a line that works does not answer. Values: {@code unit}, {@code address}. */
  UNIT_SILENT,
  /** A gateway answers, but has no way to the unit. Values: {@code code}. */
  NO_WAY_BEHIND_GATEWAY,
  /** What comes is not the protocol of this device. Values: {@code address}. */
  STRANGE_ANSWER,
  /** Another device than the expected one. Values: {@code found}, {@code expected}. */
  WRONG_DEVICE,
  /** The site asks of it what this device cannot do. Values: {@code setting}. */
  BAD_SETTING,
  /** It refuses a command. Values: {@code command}, {@code code}. */
  REFUSED,
  /** An antenna is missing or mismatched. Values: {@code code}. */
  ANTENNA,
  /** It works outside its limits, such as too hot. Values: {@code code}. */
  OUT_OF_LIMITS,
  /** A gateway or reader has lost its head. */
  HEAD_MISSING,
  /** The antenna of a head is detuned. */
  DETUNED,
  /** It has been busy for too long. */
  BUSY,
  /** More weight than the scale can carry. */
  OVERLOAD,
  /** The scale is below its zero. */
  BELOW_ZERO,
  /** The scale has no weight just now. */
  NO_WEIGHT,
  /** A printer waits for someone. Values: {@code needs}, words joined by commas. */
  PRINTER_NEEDS_HAND,
  /** The controller's own watch has set its outputs to their safe values. */
  SAFE_STATE,
  /** An output did not take its safe value. Values: {@code point}. */
  NOT_SAFE,
  /** The controller does not notice when it is cut off. */
  UNWATCHED,
  /** It says of itself that it has failed. Values: {@code code}. */
  FAILED,
  /** It said goodbye. */
  GOODBYE,
  /** The driver itself failed; the detail is for whoever mends it. */
  DRIVER_FAULT,
  /** Something else. */
  OTHER;

  /** Stable word for other programs, such as {@code no-answer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
