package dev.aisle.wms.shared;

/** How we know that something happened; the detail names the read point, scan or vehicle. */
public record Evidence(EvidenceKind kind, String detail) {
  public static Evidence scan(String code) {
    return new Evidence(EvidenceKind.SCAN, code);
  }

  public static Evidence rfid(String detail) {
    return new Evidence(EvidenceKind.RFID, detail);
  }

  public static Evidence vehicle(LocationId vehicle) {
    return new Evidence(EvidenceKind.VEHICLE, vehicle.value());
  }

  public static Evidence manual(String detail) {
    return new Evidence(EvidenceKind.MANUAL, detail);
  }

  public static Evidence imported(String source) {
    return new Evidence(EvidenceKind.IMPORT, source);
  }
}
