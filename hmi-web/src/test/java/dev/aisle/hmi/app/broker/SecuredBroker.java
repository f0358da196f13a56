package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.site.SiteBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A broker with encrypted doors, whoever made it. */
interface SecuredBroker extends AutoCloseable {
  /** Port where names and passwords count. */
  int passwordPort();

  /** Port where certificates count. */
  int certificatePort();

  /** Where the dispatcher comes in, and how encrypted that is. */
  String dispatcherUri();

  void restart() throws Exception;

  @Override
  void close();

  /** Which one. */
  enum Make {
    EMBEDDED,
    MOSQUITTO;

    SecuredBroker start(List<BrokerAccount> accounts, TestCertificates certificates, Path folder)
        throws Exception {
      return switch (this) {
        case EMBEDDED -> new Embedded(accounts, certificates);
        case MOSQUITTO -> new Mosquitto(accounts, certificates, folder);
      };
    }
  }

  /** One door takes both. */
  final class Embedded implements SecuredBroker {
    private final EmbeddedBroker broker;

    Embedded(List<BrokerAccount> accounts, TestCertificates certificates) throws Exception {
      broker =
          EmbeddedBroker.start(
              accounts,
              0,
              new SiteBroker.Embedded(
                  "127.0.0.1",
                  0,
                  Optional.of(
                      new SiteBroker.DoorTls(
                          certificates.identity("localhost"),
                          Optional.of(certificates.trust()),
                          SiteBroker.SignIn.EITHER))));
    }

    @Override
    public int passwordPort() {
      return broker.doorPort().orElseThrow();
    }

    @Override
    public int certificatePort() {
      return passwordPort();
    }

    @Override
    public String dispatcherUri() {
      return broker.uri();
    }

    @Override
    public void restart() {
      broker.restart();
    }

    @Override
    public void close() {
      broker.close();
    }
  }

  /** A process of its own, with the files that the program writes for it. */
  final class Mosquitto implements SecuredBroker {
    private static final Duration UP_WITHIN = Duration.ofSeconds(30);

    private final Path folder;
    private final int passwordPort = freePort();
    private final int certificatePort = freePort();
    private Process process;

    Mosquitto(List<BrokerAccount> accounts, TestCertificates certificates, Path folder)
        throws Exception {
      this.folder = folder;
      Files.writeString(folder.resolve("acl"), MosquittoFiles.rights(accounts));
      Files.writeString(
          folder.resolve("passwords"), MosquittoFiles.passwords(accounts, new SecureRandom()));
      for (String each : List.of("ca.crt", "localhost.crt", "localhost.key")) {
        Files.copy(certificates.file(each), folder.resolve(each.replace("localhost", "broker")));
      }
      String settings = MosquittoFiles.settings(folder.toString(), passwordPort);
      String tls = settings.substring(settings.indexOf("cafile"), settings.indexOf("#"));
      Files.writeString(
          folder.resolve("mosquitto.conf"),
          """
          user %s
          %s
          listener %d
          %srequire_certificate true
          use_identity_as_username true
          """
              .formatted(System.getProperty("user.name"), settings, certificatePort, tls));
      start();
    }

    private void start() throws Exception {
      String program =
          Files.exists(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
      process =
          new ProcessBuilder(program, "-c", folder.resolve("mosquitto.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("mosquitto.log").toFile())
              .start();
      org.awaitility.Awaitility.await("mosquitto\n" + folder)
          .atMost(UP_WITHIN)
          .until(() -> answers(passwordPort) && answers(certificatePort));
    }

    private boolean answers(int port) throws IOException {
      if (!process.isAlive()) {
        throw new AssertionError(Files.readString(folder.resolve("mosquitto.log")));
      }
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return probe.isConnected();
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public int passwordPort() {
      return passwordPort;
    }

    @Override
    public int certificatePort() {
      return certificatePort;
    }

    @Override
    public String dispatcherUri() {
      return "ssl://localhost:" + passwordPort;
    }

    /** Killed, not asked to end. */
    @Override
    public void restart() throws Exception {
      close();
      start();
    }

    @Override
    public void close() {
      process.destroyForcibly();
      process.onExit().join();
    }

    private static int freePort() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
