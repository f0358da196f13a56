package dev.aisle.device.mqtt;

/** A message as it came in. */
public interface MqttArrival {
  /** Called on the thread of the link, one message at a time; must return quickly. */
  void arrived(String topic, byte[] payload, boolean retained);
}
