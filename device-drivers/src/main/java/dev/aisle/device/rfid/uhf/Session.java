package dev.aisle.device.rfid.uhf;

/** Inventory sessions of EPC Gen2: S0 for moving goods, S1 for portals, S2 and S3 for counts. */
public enum Session {
  S0,
  S1,
  S2,
  S3
}
