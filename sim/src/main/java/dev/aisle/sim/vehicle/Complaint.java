package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.vda5050.Version;

/**
 * What a vehicle finds fault with, in the words of each version (VDA 5050 2.1, 6.6.4; 3.0, 7.6).
 */
enum Complaint {
  MALFORMED("validationError", "VALIDATION_FAILURE"),
  UNKNOWN_ACTION("orderError", "INVALID_ORDER_ACTION"),
  TOO_LONG("orderError", "INSUFFICIENT_MEMORY"),
  UNKNOWN_MAP("orderError", "UNKNOWN_MAP_ID"),
  LOWER_UPDATE("orderUpdateError", "OUTDATED_ORDER_UPDATE"),
  SAME_UPDATE("orderUpdateError", "SAME_ORDER_UPDATE_ID"),
  AFTER_CANCEL("orderUpdateError", "ORDER_UPDATE_FOLLOWING_CANCEL"),
  NOT_STITCHING("orderUpdateError", "VALIDATION_FAILURE"),
  OTHER_ACTIVE("orderUpdateError", "OTHER_ORDER_ACTIVE"),
  START_TOO_FAR("noRouteError", "START_NODE_OUT_OF_RANGE"),
  DUPLICATE_ZONES("zoneSetError", "DUPLICATE_ZONE_SET"),
  LEAVE_LOST("zoneError", "RELEASE_LOST"),
  NO_CHARGER("noCharger", "noCharger"),
  NOTHING_TO_CANCEL("noOrderToCancel", "NO_ORDER_TO_CANCEL"),
  UNKNOWN_INSTANT_ACTION("instantActionError", "INVALID_INSTANT_ACTION");

  private final String until2;
  private final String since3;

  Complaint(String until2, String since3) {
    this.until2 = until2;
    this.since3 = since3;
  }

  String in(Version version) {
    return version.hasZones() ? since3 : until2;
  }
}
