package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.site.SiteBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
                          Optional.of(certificates.trust().without(certificates.revoked())),
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
    private final int passwordPort = MosquittoHere.freePort();
    private final int certificatePort = MosquittoHere.freePort();
    private final MosquittoHere mosquitto;

    Mosquitto(List<BrokerAccount> accounts, TestCertificates certificates, Path folder)
        throws Exception {
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
          crlfile %s
          """
              .formatted(
                  System.getProperty("user.name"),
                  settings,
                  certificatePort,
                  tls,
                  certificates.revoked()));
      mosquitto = new MosquittoHere(folder, passwordPort, certificatePort);
      mosquitto.start();
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
      mosquitto.close();
      mosquitto.start();
    }

    @Override
    public void close() {
      mosquitto.close();
    }
  }
}
