package dev.aisle.wms.inventory;

/** Between what kinds of accounts stock moves. */
public enum AccountKind {
  /** Inside a handling unit; the account's id is its SSCC. */
  UNIT,
  /** Loose at a place. */
  LOCATION,
  SUPPLIER,
  CUSTOMER,
  /** Found too much or too little. */
  ADJUSTMENT,
  SCRAP;

  /** Whether goods on such an account are in our hands, never negative, and can be reserved. */
  public boolean inHouse() {
    return this == UNIT || this == LOCATION;
  }
}
