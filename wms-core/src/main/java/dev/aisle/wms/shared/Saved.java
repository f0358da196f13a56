package dev.aisle.wms.shared;

/** What saving master data did; saving the same data again is {@link #UNCHANGED}. */
public enum Saved {
  ADDED,
  CHANGED,
  UNCHANGED
}
