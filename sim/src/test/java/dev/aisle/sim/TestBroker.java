package dev.aisle.sim;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;

/** A real broker on a free port of the loopback address. */
public final class TestBroker implements AutoCloseable {
  private Server server;
  private final int port = freePort();

  public TestBroker() throws IOException {
    server = start();
  }

  private Server start() throws IOException {
    Properties settings = new Properties();
    settings.setProperty("host", "127.0.0.1");
    settings.setProperty("port", Integer.toString(port));
    settings.setProperty("persistence_enabled", "false");
    settings.setProperty("telemetry_enabled", "false");
    settings.setProperty("allow_anonymous", "true");
    Server started = new Server();
    started.startServer(new MemoryConfig(settings));
    return started;
  }

  /** Forgets everything, also what was retained. */
  void restart() throws IOException {
    server.stopServer();
    server = start();
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.stopServer();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
