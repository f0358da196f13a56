package dev.aisle.wms.shared;

/** By what means we know that something happened. */
public enum EvidenceKind {
  SCAN,
  RFID,
  VEHICLE,
  MANUAL,
  IMPORT
}
