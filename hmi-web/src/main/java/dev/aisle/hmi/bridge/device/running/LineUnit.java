package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;

/**
 * One unit on a Modbus line: a controller, a head, or one of the heads of a device.
 *
 * @param name of the device, and of the head where it has several: {@code heads-1/2}
 * @param line the same for all that share one connection: address of the gateway or the port
 */
public record LineUnit(
    String name, String device, DeviceKind kind, String line, DeviceHealth health) {}
