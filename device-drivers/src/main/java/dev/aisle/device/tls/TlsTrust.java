package dev.aisle.device.tls;

import dev.aisle.device.tls.TlsMistake.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose signature counts on the other side's certificate.
 *
 * @param authorities empty for those that Java itself trusts
 * @param revoked lists of certificates that they have taken back
 */
public record TlsTrust(List<X509Certificate> authorities, List<X509CRL> revoked) {
  private static final char[] IN_MEMORY = new char[0];

  public TlsTrust {
    authorities = List.copyOf(authorities);
    revoked = List.copyOf(revoked);
  }

  /** The well-known authorities of the Java installation. */
  public static TlsTrust usual() {
    return new TlsTrust(List.of(), List.of());
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
    return new TlsTrust(found, List.of());
  }

  /** The same without the certificates in a list that one of the authorities has signed. */
  public TlsTrust without(Path list) throws TlsMistake {
    List<X509CRL> lists = PemFile.revoked(list);
    for (X509CRL each : lists) {
      if (authorities.stream().noneMatch(authority -> hasSigned(authority, each))) {
        throw new TlsMistake(
            TlsFile.REVOKED,
            Kind.OTHER_AUTHORITY,
            "the list in %s is signed by none of the authorities, but by %s"
                .formatted(list, each.getIssuerX500Principal()));
      }
    }
    return new TlsTrust(authorities, lists);
  }

  private static boolean hasSigned(X509Certificate authority, X509CRL list) {
    try {
      list.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
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
    TrustManager[] managers = factory.getTrustManagers();
    for (int i = 0; i < managers.length && !revoked.isEmpty(); i++) {
      if (managers[i] instanceof X509ExtendedTrustManager plain) {
        managers[i] = new RevocationManager(plain, revoked);
      }
    }
    return managers;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
