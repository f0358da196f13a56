package dev.aisle.wms.inbound;

/** How far a delivery has come. */
public enum AdviceState {
  ANNOUNCED,
  ARRIVED,
  UNLOADING,
  CLOSED
}
