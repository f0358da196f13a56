package dev.aisle.device.link;

import java.io.IOException;
import java.util.Map;

/** A device does not do what it should, with the kind of trouble that screens translate. */
public class DeviceFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient DeviceTrouble trouble;

  /**
   * @param detail what exactly, for a technician, in English
   */
  public DeviceFailure(TroubleKind kind, String detail) {
    this(kind, Map.of(), detail);
  }

  public DeviceFailure(TroubleKind kind, Map<String, String> values, String detail) {
    super(detail);
    this.trouble = new DeviceTrouble(kind, values, detail);
  }

  public DeviceFailure(
      TroubleKind kind, Map<String, String> values, String detail, Throwable cause) {
    super(detail, cause);
    this.trouble = new DeviceTrouble(kind, values, detail);
  }

  public final DeviceTrouble trouble() {
    return trouble;
  }
}
