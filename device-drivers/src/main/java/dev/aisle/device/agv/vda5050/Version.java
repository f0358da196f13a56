package dev.aisle.device.agv.vda5050;

import java.util.Optional;

/** The versions of VDA 5050 that differ on the wire. Patch levels do not. */
public enum Version {
  V2_0("2.0.0", "uagv", 2),
  V2_1("2.1.0", "uagv", 2),
  V3_0("3.0.0", "vda5050", 3);

  private final String number;
  private final String interfaceName;
  private final int major;

  Version(String number, String interfaceName, int major) {
    this.number = number;
    this.interfaceName = interfaceName;
    this.major = major;
  }

  /**
   * By its number as in the head of a message ({@code 2.1.0}, {@code 2.1}). Later minor versions
   * are read as the newest known of the same major version; empty for an unknown major version.
   */
  public static Optional<Version> of(String number) {
    String[] parts = number.strip().split("\\.", -1);
    return switch (parts[0]) {
      case "2" -> Optional.of(parts.length > 1 && parts[1].equals("0") ? V2_0 : V2_1);
      case "3" -> Optional.of(V3_0);
      default -> Optional.empty();
    };
  }

  /** As told in the head of messages. */
  public String number() {
    return number;
  }

  /** First level of the topics when nothing else is agreed (VDA 5050 2.1, 6.3; 3.0, 5.2). */
  public String interfaceName() {
    return interfaceName;
  }

  /** Second level of the topics, for example {@code v2}. */
  public String majorLevel() {
    return "v" + major;
  }

  /** True for 3.0 and later: zones, requests, and action states told apart. */
  public boolean hasZones() {
    return major >= 3;
  }
}
