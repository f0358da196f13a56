package dev.aisle.wms.shared;

import java.time.LocalDate;
import java.util.Optional;

/** A production lot; goods that carry none are in {@link #NONE}. */
public record Lot(String code, Optional<LocalDate> expiry) {
  public static final Lot NONE = new Lot("", Optional.empty());

  public Lot {
    if (code.length() > 40) {
      throw new IllegalArgumentException("a lot code has at most 40 characters");
    }
  }

  public static Lot of(String code, LocalDate expiry) {
    return new Lot(code, Optional.of(expiry));
  }
}
