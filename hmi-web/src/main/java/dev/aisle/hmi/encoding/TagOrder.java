package dev.aisle.hmi.encoding;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What is to be written into a row of tags.
 *
 * @param id made by the one who asks, so that the same request again starts nothing new
 * @param kind of key
 * @param key GTIN, GRAI without serial, or SSCC; empty for the next free SSCC
 * @param serial of the first tag; the next free one when empty
 * @param prefixDigits length of the company prefix, where it is not the site's own
 * @param count tags, 1 to {@value #MOST}
 * @param lock whether each is locked with the new password
 * @param newPassword access password each gets
 * @param password access password that the tags have now, 0 for none
 */
public record TagOrder(
    UUID id,
    Kind kind,
    Optional<String> key,
    Optional<String> serial,
    OptionalInt prefixDigits,
    int count,
    boolean lock,
    OptionalInt newPassword,
    int password) {
  public static final int MOST = 500;

  /** The keys that tags are written with here. */
  public enum Kind {
    SGTIN,
    SSCC,
    GRAI
  }

  /** Without the passwords: this may stand in a log. */
  @Override
  public String toString() {
    return "%d × %s %s %s%s"
        .formatted(count, kind, key.orElse("next"), serial.orElse("next"), lock ? " locked" : "");
  }
}
