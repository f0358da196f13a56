package dev.aisle.device.modbus;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import java.util.Map;

/** Why a Modbus exchange did not succeed. */
public abstract sealed class ModbusFailure extends DeviceFailure {
  private static final long serialVersionUID = 1L;

  private ModbusFailure(TroubleKind kind, Map<String, String> values, String message) {
    super(kind, values, message);
  }

  /** The device answered with an exception; the link is sound. */
  public static final class Refused extends ModbusFailure {
    private static final long serialVersionUID = 1L;

    /** Said by a gateway, not by the unit: it has no way there, or nobody answers behind it. */
    public static final int NO_PATH = 10;

    public static final int NOBODY = 11;

    private final int code;

    public Refused(int function, int code) {
      super(
          code == NO_PATH || code == NOBODY
              ? TroubleKind.NO_WAY_BEHIND_GATEWAY
              : TroubleKind.REFUSED,
          Map.of("command", Integer.toString(function), "code", Integer.toString(code)),
          "function %d: %s".formatted(function, meaning(code)));
      this.code = code;
    }

    /** Exception code (Modbus application protocol V1.1b3, 7). */
    public int code() {
      return code;
    }

    static String meaning(int code) {
      return switch (code) {
        case 1 -> "exception 1, function not supported";
        case 2 -> "exception 2, no such address";
        case 3 -> "exception 3, value not allowed";
        case 4 -> "exception 4, device failure";
        case 6 -> "exception 6, device busy";
        case 10 -> "exception 10, gateway path not available";
        case 11 -> "exception 11, device behind the gateway does not answer";
        default -> "exception " + code;
      };
    }
  }

  /**
   * No answer in time. After a write it is not known whether the device carried it out: read back
   * before writing again.
   */
  public static final class NoAnswer extends ModbusFailure {
    private static final long serialVersionUID = 1L;

    public NoAnswer(String address, int unit, String message) {
      super(
          TroubleKind.NO_ANSWER,
          Map.of("address", address, "unit", Integer.toString(unit)),
          message);
    }
  }

  /** The unit has been silent for some time and is left alone for a while; nothing was sent. */
  public static final class NotAsked extends ModbusFailure {
    private static final long serialVersionUID = 1L;

    public NotAsked(String address, int unit, String message) {
      super(
          TroubleKind.UNIT_SILENT,
          Map.of("address", address, "unit", Integer.toString(unit)),
          message);
    }
  }

  /** The connection could not be made, or broke. */
  public static final class LinkLost extends ModbusFailure {
    private static final long serialVersionUID = 1L;

    public LinkLost(TroubleKind kind, String address, String message) {
      super(kind, Map.of("address", address), message);
    }
  }
}
