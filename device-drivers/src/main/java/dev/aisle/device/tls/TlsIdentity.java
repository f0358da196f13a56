package dev.aisle.device.tls;

import dev.aisle.device.tls.TlsMistake.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a program shows of itself in a handshake.
 *
 * @param chain its own certificate first, then whoever signed it, as far as the other must be told
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
  public TlsIdentity {
    chain = List.copyOf(chain);
  }

  /**
   * From two PEM files.
   *
   * @param now the certificate must be valid then
   */
  public static TlsIdentity ofPem(Path certificate, Path key, Instant now) throws TlsMistake {
    List<X509Certificate> chain = PemFile.certificates(certificate, TlsFile.CERTIFICATE);
    PrivateKey secret = PemFile.key(key, chain.getFirst().getPublicKey().getAlgorithm());
    requireValid(chain, certificate, TlsFile.CERTIFICATE, now);
    if (!belongs(secret, chain.getFirst().getPublicKey())) {
      throw new TlsMistake(
          TlsFile.KEY,
          Kind.OTHER_KEY,
          "the key in %s does not belong to the certificate in %s".formatted(key, certificate));
    }
    return new TlsIdentity(secret, chain);
  }

  /** From the only key of a PKCS#12 file. */
  public static TlsIdentity ofKeystore(Path file, String password, Instant now) throws TlsMistake {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
          Certificate[] certificates = store.getCertificateChain(alias);
          List<X509Certificate> chain =
              Arrays.stream(certificates == null ? new Certificate[0] : certificates)
                  .map(X509Certificate.class::cast)
                  .toList();
          requireValid(chain, file, TlsFile.KEYSTORE, now);
          return new TlsIdentity(key, chain);
        }
      }
      throw new TlsMistake(
          TlsFile.KEYSTORE, Kind.NO_KEY, "there is no private key in %s".formatted(file));
    } catch (IOException e) {
      boolean locked = e.getCause() instanceof UnrecoverableKeyException;
      throw new TlsMistake(
          TlsFile.KEYSTORE,
          locked ? Kind.WRONG_PASSWORD : Kind.UNREADABLE,
          (locked ? "%s has another password" : "%s cannot be read as PKCS#12").formatted(file));
    } catch (GeneralSecurityException e) {
      throw new TlsMistake(
          TlsFile.KEYSTORE, Kind.UNREADABLE, "%s cannot be read as PKCS#12".formatted(file));
    }
  }

  /** Its own certificate, without those behind it. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Every certificate must be valid now: one that has expired between fails the handshake too. */
  private static void requireValid(
      List<X509Certificate> chain, Path file, TlsFile what, Instant now) throws TlsMistake {
    if (chain.isEmpty()) {
      throw new TlsMistake(
          what, Kind.NO_CERTIFICATE, "there is no certificate in %s".formatted(file));
    }
    for (X509Certificate certificate : chain) {
      Instant from = certificate.getNotBefore().toInstant();
      Instant until = certificate.getNotAfter().toInstant();
      if (now.isAfter(until)) {
        throw new TlsMistake(
            what, Kind.EXPIRED, "the certificate in %s ended on %s".formatted(file, until));
      }
      if (now.isBefore(from)) {
        throw new TlsMistake(
            what, Kind.NOT_YET_VALID, "the certificate in %s begins on %s".formatted(file, from));
      }
    }
  }

  private static boolean belongs(PrivateKey key, PublicKey to) {
    String algorithm =
        switch (to.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> to.getAlgorithm();
        };
    byte[] word = "aisle".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    try {
      Signature sign = Signature.getInstance(algorithm);
      sign.initSign(key);
      sign.update(word);
      byte[] signed = sign.sign();
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(to);
      check.update(word);
      return check.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return chain.getFirst().getSubjectX500Principal().toString();
  }
}
