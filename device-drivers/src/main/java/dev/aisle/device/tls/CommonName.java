package dev.aisle.device.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Whom a certificate is for (RFC 5280, 4.1.2.6): the CN of its subject. */
public final class CommonName {
  private CommonName() {}

  /** Empty when the subject has none. */
  public static Optional<String> of(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException e) {
      throw new IllegalStateException("a subject that Java wrote and cannot read", e);
    }
  }
}
