package dev.aisle.hmi.app.site;

import dev.aisle.device.tls.TlsIdentity;
import dev.aisle.device.tls.TlsTrust;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a site's vehicles and its program meet. */
public sealed interface SiteBroker {
  /** As a summary names it. */
  String told();

  /**
   * A broker of the site's own.
   *
   * @param user empty where the certificate says who it is
   * @param identity the program's certificate, where the broker wants one
   */
  record Elsewhere(
      String uri, String user, String password, TlsTrust trust, Optional<TlsIdentity> identity)
      implements SiteBroker {
    /** By name and password, trusting whom Java trusts. */
    public Elsewhere(String uri, String user, String password) {
      this(uri, user, password, TlsTrust.usual(), Optional.empty());
    }

    public boolean encrypted() {
      return uri.startsWith("ssl:");
    }

    @Override
    public String told() {
      return uri;
    }

    @Override
    public String toString() {
      return "Elsewhere[%s, %s]".formatted(uri, user);
    }
  }

  /**
   * The embedded one, with a door to the network.
   *
   * @param tls empty for a door that does not encrypt
   */
  record Embedded(String host, int port, Optional<DoorTls> tls) implements SiteBroker {
    @Override
    public String told() {
      return "embedded, open at %s:%d%s".formatted(host, port, tls.isPresent() ? " (TLS)" : "");
    }
  }

  /**
   * @param vehicles whose signature counts on a vehicle's certificate; empty without certificates
   */
  record DoorTls(TlsIdentity identity, Optional<TlsTrust> vehicles, SignIn signIn) {}

  /** What a vehicle must show at an encrypted door. */
  enum SignIn {
    PASSWORD,
    CERTIFICATE,
    EITHER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
      return List.of(PASSWORD.word(), CERTIFICATE.word(), EITHER.word());
    }

    public static SignIn of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
