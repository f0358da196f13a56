package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleId;

/**
 * How a vehicle is addressed and spoken to.
 *
 * @param interfaceName first level of its topics
 * @param manufacturer and {@code serial}: two levels of its topics, so without / + # and $
 */
public record Vda5050Vehicle(
    VehicleId id,
    String interfaceName,
    String manufacturer,
    String serial,
    Version version,
    Dialect dialect) {
  public Vda5050Vehicle {
    for (String level : new String[] {interfaceName, manufacturer, serial}) {
      if (level.isBlank() || level.matches(".*[/+#$].*")) {
        throw new IllegalArgumentException("'%s' cannot be part of a topic".formatted(level));
      }
    }
  }

  /** A vehicle that keeps to the text of its version. */
  public Vda5050Vehicle(VehicleId id, String manufacturer, String serial, Version version) {
    this(id, version.interfaceName(), manufacturer, serial, version, Dialect.standard(version));
  }

  /** {@code uagv/v2/manufacturer/serial/…} (VDA 5050 2.1, 6.3; 3.0, 5.2). */
  public String topic(Topic topic) {
    return "%s/%s/%s/%s/%s"
        .formatted(interfaceName, version.majorLevel(), manufacturer, serial, topic.level());
  }
}
