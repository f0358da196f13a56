package dev.aisle.wms.masterdata;

/** What a file contains. */
public enum ImportKind {
  ITEMS,
  PARTIES,
  /** Dispatch advices: replenishment that suppliers announce. */
  ADVICES,
  ORDERS
}
