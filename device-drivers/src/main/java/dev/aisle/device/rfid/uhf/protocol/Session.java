package dev.aisle.device.rfid.uhf.protocol;

/** Inventory sessions of EPC Gen2: S0 for moving goods, S1 for portals, S2 and S3 for counts. */
public enum Session {
  S0(0),
  S1(1),
  S2(2),
  S3(3);

  private final int code;

  Session(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
