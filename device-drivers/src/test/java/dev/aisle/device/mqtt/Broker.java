package dev.aisle.device.mqtt;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A real MQTT broker on a free port; users sign in with their name as password. Forgets all. */
public final class Broker implements AutoCloseable {
  private final int port;
  private Server server;

  public Broker() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    start();
  }

  public void start() throws IOException {
    Properties properties = new Properties();
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
    server = new Server();
    server.startServer(
        new MemoryConfig(properties),
        List.of(),
        null,
        (client, user, password) ->
            password != null && new String(password, StandardCharsets.UTF_8).equals(user),
        null);
  }

  public void stop() {
    server.stopServer();
  }

  public MqttSettings settings(String client) {
    return new MqttSettings("tcp://127.0.0.1:" + port, client, client, client);
  }

  /** Does not wait: the broker takes seconds to end, and nobody uses its port again. */
  @Override
  public void close() {
    Thread ending = new Thread(this::stop, "broker-ending");
    ending.setDaemon(true);
    ending.start();
  }
}
