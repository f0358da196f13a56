package dev.aisle.hmi.app.broker;

import dev.aisle.device.tls.TlsIdentity;
import dev.aisle.device.tls.TlsTrust;
import dev.aisle.hmi.app.site.SiteBroker;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last day of a certificate that the site's MQTT connections stand on.
 *
 * @param subject whose it is (RFC 2253)
 * @param at its notAfter (RFC 5280, 4.1.2.5)
 */
public record CertificateEnd(Use use, String subject, Instant at) {

  /** What it is for. */
  public enum Use {
    /** The broker's own. */
    BROKER("broker-certificate"),
    /** Of whoever signs the broker's. */
    AUTHORITY("broker-authority"),
    /** Of whoever signs those of vehicles. */
    VEHICLES("vehicle-authority"),
    /** The program's own, where the broker wants one. */
    CLIENT("client-certificate");

    private final String word;

    Use(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** So long before somebody should know. */
  private static final Duration SOON = Duration.ofDays(30);

  public boolean isSoon(Instant now) {
    return !at.isAfter(now.plus(SOON));
  }

  /** The day, by UTC as the certificate has it. */
  public LocalDate day() {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The end of each use: of a chain the first to end, of authorities the last. */
  public static Map<Use, CertificateEnd> of(SiteBroker broker) {
    Map<Use, CertificateEnd> ends = new EnumMap<>(Use.class);
    switch (broker) {
      case SiteBroker.Embedded embedded ->
          embedded
              .tls()
              .ifPresent(
                  tls -> {
                    ends.put(Use.BROKER, first(Use.BROKER, tls.identity()));
                    tls.vehicles()
                        .flatMap(trust -> last(Use.VEHICLES, trust))
                        .ifPresent(end -> ends.put(Use.VEHICLES, end));
                  });
      case SiteBroker.Elsewhere elsewhere -> {
        last(Use.AUTHORITY, elsewhere.trust()).ifPresent(end -> ends.put(Use.AUTHORITY, end));
        elsewhere
            .identity()
            .ifPresent(identity -> ends.put(Use.CLIENT, first(Use.CLIENT, identity)));
      }
    }
    return ends;
  }

  private static CertificateEnd first(Use use, TlsIdentity identity) {
    return of(
        use,
        identity.chain().stream()
            .min(Comparator.comparing(X509Certificate::getNotAfter))
            .orElseThrow());
  }

  /** One authority that is valid is enough; of those that Java trusts none is ours to renew. */
  private static Optional<CertificateEnd> last(Use use, TlsTrust trust) {
    List<X509Certificate> authorities = trust.authorities();
    return authorities.stream()
        .max(Comparator.comparing(X509Certificate::getNotAfter))
        .map(one -> of(use, one));
  }

  private static CertificateEnd of(Use use, X509Certificate certificate) {
    return new CertificateEnd(
        use,
        certificate.getSubjectX500Principal().getName(),
        certificate.getNotAfter().toInstant());
  }
}
