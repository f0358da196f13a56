package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.VehicleError;

/** Values whose words differ between the versions, both ways. */
final class Words {
  private Words() {}

  static String connection(ConnectionState state, Version version) {
    return switch (state) {
      case BROKEN -> version == Version.V3_0 ? "CONNECTION_BROKEN" : "CONNECTIONBROKEN";
      case HIBERNATING -> version == Version.V3_0 ? "HIBERNATING" : "OFFLINE";
      case ONLINE, OFFLINE -> state.name();
    };
  }

  /** Both spellings are understood from everybody: the last will is often written by hand. */
  static ConnectionState connection(String word) throws Json.Broken {
    return switch (word) {
      case "ONLINE" -> ConnectionState.ONLINE;
      case "OFFLINE" -> ConnectionState.OFFLINE;
      case "HIBERNATING" -> ConnectionState.HIBERNATING;
      case "CONNECTIONBROKEN", "CONNECTION_BROKEN" -> ConnectionState.BROKEN;
      default -> throw new Json.Broken("connectionState is '%s'".formatted(word));
    };
  }

  /** What 2.x has no word for is said by the nearest that lets no order through. */
  static String mode(OperatingMode mode, Version version) {
    if (version == Version.V3_0) {
      return mode == OperatingMode.TEACHIN ? "TEACH_IN" : mode.name();
    }
    return switch (mode) {
      case STARTUP -> "SERVICE";
      case INTERVENED -> "MANUAL";
      default -> mode.name();
    };
  }

  static OperatingMode mode(String word) throws Json.Broken {
    String plain = word.replace("_", "");
    for (OperatingMode mode : OperatingMode.values()) {
      if (mode.name().equals(plain)) {
        return mode;
      }
    }
    throw new Json.Broken("operatingMode is '%s'".formatted(word));
  }

  /** 2.x has no SINGLE: HARD is the one that allows no more than it. */
  static String blocking(Blocking blocking, Version version) {
    return version != Version.V3_0 && blocking == Blocking.SINGLE
        ? Blocking.HARD.name()
        : blocking.name();
  }

  /** The 2.x schemas know neither PAUSED, though their text does, nor RETRIABLE. */
  static String status(ActionStatus status, Version version) {
    if (version == Version.V3_0) {
      return status.name();
    }
    return switch (status) {
      case PAUSED -> ActionStatus.RUNNING.name();
      case RETRIABLE -> ActionStatus.FAILED.name();
      default -> status.name();
    };
  }

  /** 2.x: whatever stops the vehicle is FATAL. */
  static String level(VehicleError.Level level, Version version) {
    if (version == Version.V3_0) {
      return level.name();
    }
    return switch (level) {
      case WARNING, URGENT -> VehicleError.Level.WARNING.name();
      case CRITICAL, FATAL -> VehicleError.Level.FATAL.name();
    };
  }

  static String corridorPoint(boolean contour, Version version) {
    if (contour) {
      return "CONTOUR";
    }
    return version == Version.V3_0 ? "KINEMATIC_CENTER" : "KINEMATICCENTER";
  }

  /** Types of action that were renamed with 3.0; everything else is called the same. */
  static String actionType(String type, Version version) {
    if (version == Version.V3_0) {
      return type.equals("initPosition") ? "initializePosition" : type;
    }
    return type.equals("initializePosition") ? "initPosition" : type;
  }

  /** The one word that the house uses, whatever the version. */
  static String houseActionType(String type) {
    return type.equals("initializePosition") ? "initPosition" : type;
  }
}
