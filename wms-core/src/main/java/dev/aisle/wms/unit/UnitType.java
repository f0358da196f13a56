package dev.aisle.wms.unit;

/** What kind of handling unit it is. */
public enum UnitType {
  PALLET,
  PARCEL,
  TOTE
}
