package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.site.SiteBroker;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthenticator;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptExceptionMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT broker on the loopback address, with a {@link BrokerDoor} where the site wants one. It
 * keeps nothing over a restart: every client publishes its retained messages again when it
 * reconnects, and orders are sent until they are mirrored.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String HOST = "127.0.0.1";

  /** The largest message; a state of a long order stays far below. */
  static final int MAX_MESSAGE_BYTES = 256 * 1024;

  private final Map<String, BrokerAccount> accounts;
  private final int port;
  private @Nullable Server server;
  private @Nullable BrokerDoor door;

  private EmbeddedBroker(Map<String, BrokerAccount> accounts, int port) {
    this.accounts = accounts;
    this.port = port;
  }

  /**
   * Starts the broker and returns when it accepts clients.
   *
   * @param port 0 takes any free one
   */
  public static EmbeddedBroker start(Collection<BrokerAccount> accounts, int port) {
    Map<String, BrokerAccount> byUser =
        accounts.stream()
            .collect(Collectors.toUnmodifiableMap(BrokerAccount::user, Function.identity()));
    try {
      EmbeddedBroker broker = new EmbeddedBroker(byUser, port == 0 ? freePort() : port);
      broker.open();
      return broker;
    } catch (IOException e) {
      throw new CannotStart(
          "The MQTT broker cannot listen on port %d: %s.".formatted(port, e.getMessage()), e);
    }
  }

  /** As {@link #start(Collection, int)}, and open to vehicles on the network. */
  public static EmbeddedBroker start(
      Collection<BrokerAccount> accounts, int port, SiteBroker.Embedded where) {
    EmbeddedBroker broker = start(accounts, port);
    try {
      broker.door = BrokerDoor.open(where, broker.uri(), broker.accounts);
      return broker;
    } catch (CannotStart e) {
      broker.close();
      throw e;
    }
  }

  /** Where vehicles come in from the network; empty when they cannot. */
  OptionalInt doorPort() {
    return door == null ? OptionalInt.empty() : OptionalInt.of(door.port());
  }

  public String uri() {
    return "tcp://%s:%d".formatted(HOST, port);
  }

  /** True while clients are served. */
  public synchronized boolean isRunning() {
    return server != null;
  }

  /** How many clients are connected. */
  synchronized int clients() {
    return server == null ? 0 : server.listConnectedClients().size();
  }

  /** The identity of that user, to hand to the client that is to use it. */
  public BrokerAccount account(String user) {
    BrokerAccount account = accounts.get(user);
    if (account == null) {
      throw new IllegalArgumentException("the broker knows no user " + user);
    }
    return account;
  }

  /** Goes away and comes back on the same port, having forgotten every session and message. */
  public void restart() {
    restart(Duration.ZERO);
  }

  /** As {@link #restart()}, gone for so long. */
  public synchronized void restart(Duration away) {
    stop();
    try {
      Thread.sleep(away.toMillis());
      open();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void open() throws IOException {
    CutConnections.keepOutOfTheLog();
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, HOST);
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(
        IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(MAX_MESSAGE_BYTES));
    Server started = new Server();
    started.startServer(
        new MemoryConfig(properties),
        List.of(new Guard(started)),
        null,
        new Passwords(accounts),
        new Rights(accounts));
    server = started;
    log.info("MQTT broker serves {} accounts on port {}", accounts.size(), port);
  }

  /**
   * One of the broker's threads has ended by an error, and with it all sessions that it served:
   * they would hear nothing any more and not notice. Restarted, the broker has them all connect
   * anew.
   */
  private synchronized void heal(Server broken) {
    if (server == broken) {
      restart();
    }
  }

  /** Hears that a thread of the broker has ended. */
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
      log.warn("A thread of the MQTT broker has ended; the broker starts anew");
      Thread.ofPlatform().daemon().name("mqtt-broker-heals").start(() -> heal(guarded));
    }
  }

  /** For tests: as if a thread of the broker had ended. */
  void loseThread(Throwable why) {
    Server running = server;
    if (running != null) {
      new Guard(running).onSessionLoopError(why);
    }
  }

  @Override
  public synchronized void close() {
    BrokerDoor shut = door;
    if (shut != null) {
      door = null;
      shut.close();
    }
    stop();
  }

  private void stop() {
    Server running = server;
    if (running != null) {
      server = null;
      running.stopServer();
    }
  }

  private record Passwords(Map<String, BrokerAccount> accounts) implements IAuthenticator {
    @Override
    public boolean checkValid(
        @Nullable String clientId, @Nullable String user, byte @Nullable [] password) {
      if (user == null || password == null || !user.equals(clientId)) {
        return false;
      }
      BrokerAccount account = accounts.get(user);
      return account != null
          && MessageDigest.isEqual(password, account.password().getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Rights(Map<String, BrokerAccount> accounts) implements IAuthorizatorPolicy {
    @Override
    public boolean canWrite(Topic topic, @Nullable String user, @Nullable String client) {
      return allowed(user, topic, BrokerAccount::publishes);
    }

    @Override
    public boolean canRead(Topic topic, @Nullable String user, @Nullable String client) {
      return allowed(user, topic, BrokerAccount::subscribes);
    }

    private boolean allowed(
        @Nullable String user, Topic topic, Function<BrokerAccount, Set<String>> rights) {
      BrokerAccount account = user == null ? null : accounts.get(user);
      return account != null
          && rights.apply(account).stream()
              .anyMatch(granted -> TopicFilter.covers(granted, topic.toString()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
