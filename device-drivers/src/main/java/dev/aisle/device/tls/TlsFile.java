package dev.aisle.device.tls;

/** What a file is for. */
public enum TlsFile {
  /** One's own certificate, with those between it and the authority behind it. PEM. */
  CERTIFICATE,
  /** The private key of that certificate. PEM, PKCS#8. */
  KEY,
  /** Certificate and key in one PKCS#12 file. */
  KEYSTORE,
  /** The certificates of those who may sign the other side's. PEM. */
  AUTHORITY,
  /** Certificates that an authority has taken back (CRL, RFC 5280, 5). PEM. */
  REVOKED
}
