package dev.aisle.device.agv.vda5050;

/** What came of a received message: the message, or why it cannot be used. */
public sealed interface Parsed<T> {
  record Good<T>(T message) implements Parsed<T> {}

  record Bad<T>(String why) implements Parsed<T> {}
}
