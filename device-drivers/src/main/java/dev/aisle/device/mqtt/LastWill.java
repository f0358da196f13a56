package dev.aisle.device.mqtt;

/** What the broker publishes, retained and with QoS 1, when the client vanishes. */
public record LastWill(String topic, String payload) {}
