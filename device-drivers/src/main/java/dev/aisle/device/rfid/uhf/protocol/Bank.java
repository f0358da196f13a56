package dev.aisle.device.rfid.uhf.protocol;

/** Memory banks of a Gen2 tag. */
public enum Bank {
  RESERVED(0),
  EPC(1),
  TID(2),
  USER(3);

  private final int code;

  Bank(int code) {
    this.code = code;
  }

  /** Number of the bank on the air (EPC Gen2 V2, 6.3.2.1). */
  public int code() {
    return code;
  }
}
