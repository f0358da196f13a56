package dev.aisle.device.mqtt;

/**
 * How to reach a broker.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param user empty for a broker without sign-in
 */
public record MqttSettings(String uri, String clientId, String user, String password) {
  /** Without the password, so that it never reaches a log. */
  @Override
  public String toString() {
    return "%s as %s".formatted(uri, clientId);
  }
}
