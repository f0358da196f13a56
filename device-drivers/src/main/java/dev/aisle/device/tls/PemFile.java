package dev.aisle.device.tls;

import dev.aisle.device.tls.TlsMistake.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Text between dashes (RFC 7468). */
final class PemFile {
  private static final long LARGEST = 1024 * 1024;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private PemFile() {}

  /** All certificates of a file, in its order; at least one. */
  static List<X509Certificate> certificates(Path file, TlsFile what) throws TlsMistake {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw new TlsMistake(
            what, Kind.UNREADABLE, "%s is larger than %d bytes".formatted(file, LARGEST));
      }
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw noCertificate(file, what);
      }
      return found;
    } catch (IOException e) {
      throw unreadable(file, what);
    } catch (CertificateException e) {
      throw noCertificate(file, what);
    }
  }

  /** All lists of revoked certificates of a file; at least one. */
  static List<X509CRL> revoked(Path file) throws TlsMistake {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509CRL> found =
          Files.size(file) > LARGEST
              ? List.of()
              : CertificateFactory.getInstance("X.509").generateCRLs(in).stream()
                  .map(X509CRL.class::cast)
                  .toList();
      if (found.isEmpty()) {
        throw noList(file);
      }
      return found;
    } catch (IOException e) {
      throw unreadable(file, TlsFile.REVOKED);
    } catch (GeneralSecurityException e) {
      throw noList(file);
    }
  }

  private static TlsMistake noList(Path file) {
    return new TlsMistake(
        TlsFile.REVOKED,
        Kind.NO_LIST,
        "there is no list of revoked certificates in PEM form in %s".formatted(file));
  }

  /**
   * @param algorithm of the certificate that it belongs to
   */
  static PrivateKey key(Path file, String algorithm) throws TlsMistake {
    String text;
    try {
      text = Files.size(file) > LARGEST ? "" : Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, TlsFile.KEY);
    }
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      boolean other = text.contains("PRIVATE KEY-----");
      throw new TlsMistake(
          TlsFile.KEY,
          other ? Kind.FORM_OF_KEY : Kind.NO_KEY,
          other
              ? "the key in %s must be PKCS#8 without a password; 'openssl pkcs8 -topk8 -nocrypt' makes it so"
                  .formatted(file)
              : "there is no private key in %s".formatted(file));
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new TlsMistake(
          TlsFile.KEY,
          Kind.OTHER_KEY,
          "the key in %s is no %s key as its certificate has".formatted(file, algorithm));
    }
  }

  private static TlsMistake unreadable(Path file, TlsFile what) {
    return new TlsMistake(what, Kind.UNREADABLE, "there is no file %s to read".formatted(file));
  }

  private static TlsMistake noCertificate(Path file, TlsFile what) {
    return new TlsMistake(
        what, Kind.NO_CERTIFICATE, "there is no certificate in PEM form in %s".formatted(file));
  }
}
