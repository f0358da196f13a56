package dev.aisle.device.mqtt;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach a broker.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param user empty for a broker without sign-in, or one that reads the name in the certificate
 * @param tls for {@code ssl:}, whom to trust and what to show; empty for what Java itself trusts
 */
public record MqttSettings(
    String uri, String clientId, String user, String password, Optional<SSLContext> tls) {
  /** Without certificates of one's own. */
  public MqttSettings(String uri, String clientId, String user, String password) {
    this(uri, clientId, user, password, Optional.empty());
  }

  /** Without the password, so that it never reaches a log. */
  @Override
  public String toString() {
    return "%s as %s".formatted(uri, clientId);
  }
}
