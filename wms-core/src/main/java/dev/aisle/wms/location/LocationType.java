package dev.aisle.wms.location;

/** What a place is for. */
public enum LocationType {
  DOCK,
  SHIP_DOCK,
  SLOT,
  PICK,
  PACK,
  VEHICLE,
  CHARGER,
  STATION,
  SUPPLIER,
  CUSTOMER,
  ADJUSTMENT,
  SCRAP;

  /**
   * Whether the number of handling units is limited in advance. A dock takes what a truck brings,
   * and a vehicle carries what it reports: facts that no rule of ours can refuse.
   */
  public boolean limitsUnits() {
    return switch (this) {
      case SHIP_DOCK, SLOT, PICK, PACK -> true;
      case DOCK, VEHICLE, CHARGER, STATION, SUPPLIER, CUSTOMER, ADJUSTMENT, SCRAP -> false;
    };
  }
}
