package dev.aisle.wms.inbound;

/** What became of an announced pallet. */
public enum PalletState {
  ANNOUNCED,
  RECEIVED,
  MISSING,
  DAMAGED
}
