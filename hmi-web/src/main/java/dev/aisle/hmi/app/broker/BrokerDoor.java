package dev.aisle.hmi.app.broker;

import dev.aisle.device.tls.CommonName;
import dev.aisle.device.tls.TlsRefusal;
import dev.aisle.device.tls.TlsTrust;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.site.SiteBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where vehicles come in from the network. The broker itself listens on the loopback address only;
 * the door decrypts, looks at the certificate, and passes the bytes on. Who has shown a certificate
 * of a trusted authority is signed in at the broker under the name in it (its CN), and as nobody
 * else; all others need their password there.
 */
final class BrokerDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerDoor.class);

  /** Handshake and first packet must be there by then. */
  private static final int PATIENCE_MS = 10_000;

  /** Clients at a time; more are turned away. */
  private static final int MOST = 4_000;

  private final ServerSocket listening;
  private final InetSocketAddress inside;
  private final Map<String, BrokerAccount> accounts;
  private final Optional<SiteBroker.DoorTls> tls;
  private final Optional<SSLContext> context;
  private final Semaphore room = new Semaphore(MOST);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private BrokerDoor(
      ServerSocket listening,
      String broker,
      Map<String, BrokerAccount> accounts,
      Optional<SiteBroker.DoorTls> tls) {
    this.listening = listening;
    URI uri = URI.create(broker);
    this.inside = new InetSocketAddress(uri.getHost(), uri.getPort());
    this.accounts = accounts;
    this.tls = tls;
    this.context =
        tls.map(
            door -> door.vehicles().orElse(TlsTrust.usual()).context(Optional.of(door.identity())));
  }

  /**
   * Opens it and returns.
   *
   * @param broker where the broker listens, {@code tcp://host:port}
   */
  static BrokerDoor open(
      SiteBroker.Embedded where, String broker, Map<String, BrokerAccount> accounts) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(where.host()), where.port()));
      BrokerDoor door = new BrokerDoor(socket, broker, accounts, where.tls());
      Thread.ofVirtual().name("broker-door").start(door::accept);
      LOG.info(
          "Vehicles reach the MQTT broker at {}{}",
          socket.getLocalSocketAddress(),
          where.tls().isPresent() ? " over TLS" : ", not encrypted");
      return door;
    } catch (IOException e) {
      throw new CannotStart(
          "The MQTT broker cannot listen at %s:%d (broker.listen): %s."
              .formatted(where.host(), where.port(), e.getMessage()),
          e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket came = listening.accept();
        if (room.tryAcquire()) {
          Thread.ofVirtual().name("broker-door-client").start(() -> serve(came));
        } else {
          LOG.warn("{} was turned away: {} clients are in", came.getRemoteSocketAddress(), MOST);
          shut(came);
        }
      } catch (IOException e) {
        if (!listening.isClosed()) {
          LOG.warn("The door of the broker: {}", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket came) {
    SocketAddress from = came.getRemoteSocketAddress();
    try (came;
        Socket broker = new Socket()) {
      open.add(came);
      came.setTcpNoDelay(true);
      came.setSoTimeout(PATIENCE_MS);
      Socket spoken = context.isPresent() ? encrypted(came, context.get()) : came;
      Optional<String> certified = certified(spoken);
      ConnectPacket connect =
          ConnectPacket.read(spoken.getInputStream(), EmbeddedBroker.MAX_MESSAGE_BYTES);
      Optional<byte[]> passed = passed(connect, certified, from);
      if (passed.isEmpty()) {
        spoken.getOutputStream().write(connect.refusal());
        spoken.close();
        return;
      }
      broker.setTcpNoDelay(true);
      broker.connect(inside, PATIENCE_MS);
      open.add(broker);
      broker.getOutputStream().write(passed.get());
      came.setSoTimeout(0);
      Thread back =
          Thread.ofVirtual().name("broker-door-back").start(() -> pump(broker, spoken, came));
      pump(spoken, broker, broker);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.info(
          "{} did not come in: {}",
          from,
          TlsRefusal.of(e).map(TlsRefusal::words).orElseGet(() -> String.valueOf(e.getMessage())));
    } finally {
      open.remove(came);
      open.removeIf(Socket::isClosed);
      room.release();
    }
  }

  private SSLSocket encrypted(Socket came, SSLContext with) throws IOException {
    SSLSocket socket =
        (SSLSocket) with.getSocketFactory().createSocket(came, InputStream.nullInputStream(), true);
    switch (tls.orElseThrow().signIn()) {
      case PASSWORD -> socket.setWantClientAuth(false);
      case CERTIFICATE -> socket.setNeedClientAuth(true);
      case EITHER -> socket.setWantClientAuth(true);
    }
    socket.startHandshake();
    return socket;
  }

  /** The CN of the certificate that was shown; it has been checked in the handshake. */
  private static Optional<String> certified(Socket socket) {
    if (!(socket instanceof SSLSocket encrypted)) {
      return Optional.empty();
    }
    try {
      return CommonName.of((X509Certificate) encrypted.getSession().getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** What the broker is told, or nothing when it is refused here. */
  private Optional<byte[]> passed(
      ConnectPacket connect, Optional<String> certified, SocketAddress from) {
    if (connect.user().filter(BrokerAccounts.DISPATCHER::equals).isPresent()) {
      LOG.warn("{}: the dispatcher does not come in by the vehicles' door", from);
      return Optional.empty();
    }
    if (certified.isEmpty()) {
      return Optional.of(connect.bytes());
    }
    String name = certified.get();
    BrokerAccount account = accounts.get(name);
    if (account == null || name.equals(BrokerAccounts.DISPATCHER)) {
      LOG.warn("{}: the certificate is for '{}', and no vehicle of the site is", from, name);
      return Optional.empty();
    }
    if (!connect.clientId().equals(name) || !connect.user().orElse(name).equals(name)) {
      LOG.warn("{}: '{}' came with the certificate of '{}'", from, connect.clientId(), name);
      return Optional.empty();
    }
    return Optional.of(connect.as(name, account.password()));
  }

  /** Until one side ends; then the other ends too. */
  private static void pump(Socket from, Socket to, Socket cut) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      LOG.debug("a client of the broker is gone: {}", e.getMessage());
    } finally {
      shut(cut);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("already closed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(BrokerDoor::shut);
  }
}
