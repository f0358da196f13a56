package dev.aisle.sim;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptExceptionMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
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
    started.startServer(new MemoryConfig(settings), List.of(new Guard(started)));
    return started;
  }

  /** A broker of which a thread has ended by an error of its own starts anew, as in the program. */
  private final class Guard extends AbstractInterceptHandler {
    private final Server guarded;

    Guard(Server guarded) {
      this.guarded = guarded;
    }

    @Override
    public String getID() {
      return "guard";
    }

    @Override
    public Class<?>[] getInterceptedMessageTypes() {
      return new Class<?>[] {InterceptExceptionMessage.class};
    }

    @Override
    public void onSessionLoopError(Throwable error) {
      Thread.ofPlatform().daemon().start(() -> heal(guarded));
    }
  }

  private synchronized void heal(Server broken) {
    if (server == broken) {
      try {
        restart();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Forgets everything, also what was retained. */
  synchronized void restart() throws IOException {
    server.stopServer();
    server = start();
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public synchronized void close() {
    server.stopServer();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
