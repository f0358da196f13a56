package dev.aisle.device.rfid.uhf;

/** Memory banks of a Gen2 tag; the ordinal is the bank number on the air. */
public enum Bank {
  RESERVED,
  EPC,
  TID,
  USER
}
