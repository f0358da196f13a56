package dev.aisle.wms.storage;

import java.util.Arrays;
import java.util.Optional;

/** Why a unit is carried. The code is what moves and transports are marked with. */
public enum Purpose {
  /** Received goods to a slot. */
  PUT_AWAY("put-away"),
  /** From a pick position back to a slot. */
  RETURN("return"),
  /** To a pick position. */
  PICK("pick"),
  /** A parcel to a shipping dock. */
  STAGE("stage");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }

  /** Whether it ends in a slot that storage chooses. */
  public boolean endsInSlot() {
    return this == PUT_AWAY || this == RETURN;
  }
}
