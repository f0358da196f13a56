package dev.aisle.device.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Refuses certificates that their authority has taken back (RFC 5280, 5). A list counts even after
 * the day on which the next was to come: an old list must neither let those in that it names, nor
 * keep all others out.
 */
final class RevocationManager extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager plain;
  private final List<X509CRL> lists;

  RevocationManager(X509ExtendedTrustManager plain, List<X509CRL> lists) {
    this.plain = plain;
    this.lists = lists;
  }

  private void refuseRevoked(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate one : chain) {
      for (X509CRL list : lists) {
        if (list.getIssuerX500Principal().equals(one.getIssuerX500Principal())
            && list.isRevoked(one)) {
          throw new CertificateException(
              "the certificate of %s was revoked".formatted(one.getSubjectX500Principal()));
        }
      }
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    plain.checkClientTrusted(chain, type, socket);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    plain.checkServerTrusted(chain, type, socket);
    refuseRevoked(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    plain.checkClientTrusted(chain, type, engine);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    plain.checkServerTrusted(chain, type, engine);
    refuseRevoked(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    plain.checkClientTrusted(chain, type);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    plain.checkServerTrusted(chain, type);
    refuseRevoked(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return plain.getAcceptedIssuers();
  }
}
