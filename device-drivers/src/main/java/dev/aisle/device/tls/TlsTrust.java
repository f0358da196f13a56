package dev.aisle.device.tls;

import dev.aisle.device.tls.TlsMistake.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose signature counts on the other side's certificate.
 *
 * @param authorities empty for those that Java itself trusts
 */
public record TlsTrust(List<X509Certificate> authorities) {
  private static final char[] IN_MEMORY = new char[0];

  public TlsTrust {
    authorities = List.copyOf(authorities);
  }

  /** The well-known authorities of the Java installation. */
  public static TlsTrust usual() {
    return new TlsTrust(List.of());
  }

  /** The certificates of a PEM file; one of them at least must be valid. */
  public static TlsTrust ofPem(Path file, Instant now) throws TlsMistake {
    List<X509Certificate> found = PemFile.certificates(file, TlsFile.AUTHORITY);
    if (found.stream().allMatch(one -> now.isAfter(one.getNotAfter().toInstant()))) {
      throw new TlsMistake(
          TlsFile.AUTHORITY,
          Kind.EXPIRED,
          "the certificate in %s ended on %s"
              .formatted(file, found.getFirst().getNotAfter().toInstant()));
    }
    return new TlsTrust(found);
  }

  /** TLS 1.2 and 1.3 with that trust, showing that identity. */
  public SSLContext context(Optional<TlsIdentity> own) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.isPresent() ? keys(own.get()) : null, authorities.isEmpty() ? null : trusted(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS for %s".formatted(own), e);
    }
  }

  private static KeyManager[] keys(TlsIdentity own) throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry("own", own.key(), IN_MEMORY, own.chain().toArray(new X509Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private TrustManager[] trusted() throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
