package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleId;

/**
 * How a vehicle is addressed.
 *
 * @param manufacturer and {@code serial}: two levels of its topics, so without / + # and $
 * @param version of the standard it speaks, for example {@code 2.1.0}
 */
public record Vda5050Vehicle(VehicleId id, String manufacturer, String serial, String version) {
  public Vda5050Vehicle {
    for (String level : new String[] {manufacturer, serial}) {
      if (level.isBlank() || level.matches(".*[/+#$].*")) {
        throw new IllegalArgumentException("'%s' cannot be part of a topic".formatted(level));
      }
    }
  }

  /** {@code uagv/v2/manufacturer/serial/…} (VDA 5050 2.1, 6.3). */
  public String topic(Topic topic) {
    return "uagv/v2/%s/%s/%s".formatted(manufacturer, serial, topic.level());
  }
}
