package dev.aisle.wms.shared;

/** What may be done with stock. Only available stock is allocated to orders. */
public enum StockStatus {
  AVAILABLE,
  QUALITY,
  BLOCKED,
  DAMAGED
}
