/** MQTT 3.1.1 link, the only place that knows the MQTT library. */
@NullMarked
package dev.aisle.device.mqtt;

import org.jspecify.annotations.NullMarked;
