package dev.aisle.device.agv.vda5050;

/**
 * Fields whose names differ between the versions: the whole table of renamings. All other fields
 * are called the same in each version.
 */
enum Field {
  POSE("agvPosition", "mobileRobotPosition"),
  LOCALIZED("positionInitialized", "localized"),
  POWER("batteryState", "powerSupply"),
  CHARGE("batteryCharge", "stateOfCharge"),
  RANGE("reach", "range"),
  EMERGENCY_STOP("eStop", "activeEmergencyStop"),
  ACTION_RESULT("resultDescription", "actionResult"),
  INFORMATION_TEXT("infoDescription", "infoDescriptor"),
  EDGE_SPEED("maxSpeed", "maximumSpeed"),
  EDGE_HEIGHT("maxHeight", "maximumMobileRobotHeight"),
  FORK_HEIGHT("minHeight", "minimumLoadHandlingDeviceHeight"),
  CORRIDOR_POINT("corridorRefPoint", "corridorReferencePoint"),
  KINEMATICS("agvKinematic", "mobileRobotKinematics"),
  VEHICLE_CLASS("agvClass", "mobileRobotClass"),
  MAX_LOAD("maxLoadMass", "maximumLoadMass"),
  SPEED_MIN("speedMin", "minimumSpeed"),
  SPEED_MAX("speedMax", "maximumSpeed"),
  ANGULAR_SPEED_MAX("angularSpeedMax", "maximumAngularSpeed"),
  ACCELERATION("accelerationMax", "maximumAcceleration"),
  DECELERATION("decelerationMax", "maximumDeceleration"),
  HEIGHT_MIN("heightMin", "minimumHeight"),
  HEIGHT_MAX("heightMax", "maximumHeight"),
  STRING_LENGTHS("maxStringLens", "maximumStringLengths"),
  ARRAY_LENGTHS("maxArrayLens", "maximumArrayLengths"),
  MESSAGE_LENGTH("msgLen", "maximumMessageLength"),
  ID_LENGTH("idLen", "maximumIdLength"),
  ORDER_INTERVAL("minOrderInterval", "minimumOrderInterval"),
  STATE_INTERVAL("minStateInterval", "minimumStateInterval"),
  SKILLS("agvActions", "mobileRobotActions"),
  GEOMETRY("agvGeometry", "mobileRobotGeometry"),
  ENVELOPE_NAME("set", "envelope2dId"),
  ENVELOPE_POINTS("polygonPoints", "vertices"),
  LOAD_WEIGHT("maxWeight", "maximumWeight"),
  LOAD_SPEED("agvSpeedLimit", "maximumSpeed"),
  CONFIGURATION("vehicleConfig", "mobileRobotConfiguration");

  private final String until2;
  private final String since3;

  Field(String until2, String since3) {
    this.until2 = until2;
    this.since3 = since3;
  }

  String in(Version version) {
    return version == Version.V3_0 ? since3 : until2;
  }
}
