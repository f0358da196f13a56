package dev.aisle.device.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why two do not come together over TLS; told by the types of what was thrown. */
public enum TlsRefusal {
  /** Nobody who is trusted here signed the other's certificate. */
  NOT_TRUSTED("nobody trusted here signed its certificate"),
  /** The other's certificate is over, or has not begun. */
  EXPIRED("its certificate is not valid at this time"),
  /** The other's certificate is for another name than the one that was called. */
  OTHER_NAME("its certificate is for another host name"),
  /** The other wants a certificate, or another than the one it was shown. */
  OURS_REFUSED("it refuses the certificate shown to it, or wants one"),
  /** The other does not speak TLS. */
  NO_TLS("it does not speak TLS");

  private final String words;

  TlsRefusal(String words) {
    this.words = words;
  }

  /** Stable word for screens, such as {@code not-trusted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For a sentence that begins with the other's address. */
  public String words() {
    return words;
  }

  /** Empty when it was not about TLS. */
  public static Optional<TlsRefusal> of(@Nullable Throwable thrown) {
    @Nullable SSLException tls = null;
    boolean wrongName = false;
    boolean unknown = false;
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof CertificateExpiredException
          || at instanceof CertificateNotYetValidException) {
        return Optional.of(EXPIRED);
      }
      unknown |= at instanceof CertPathBuilderException || at instanceof CertPathValidatorException;
      if (at instanceof SSLException found && tls == null) {
        tls = found;
      }
      wrongName |= at.getClass() == CertificateException.class;
    }
    if (unknown) {
      return Optional.of(NOT_TRUSTED);
    }
    if (tls == null) {
      return Optional.empty();
    }
    if (wrongName) {
      return Optional.of(OTHER_NAME);
    }
    return Optional.of(tls instanceof SSLHandshakeException ? OURS_REFUSED : NO_TLS);
  }
}
