package dev.aisle.hmi.api.label;

/** Labels as they were printed. */
interface LabelDesk {
  /** The ZPL of a unit's label. */
  String zpl(String sscc);
}
