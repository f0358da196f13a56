package dev.aisle.device.tls;

/** A file that cannot be used for TLS. The message is an English sentence that names the file. */
public final class TlsMistake extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    UNREADABLE,
    NO_CERTIFICATE,
    NO_LIST,
    /** The list of what was taken back is signed by none of the authorities. */
    OTHER_AUTHORITY,
    NO_KEY,
    /** The key is locked by a password or written in a form of old. */
    FORM_OF_KEY,
    /** The key belongs to another certificate. */
    OTHER_KEY,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_PASSWORD
  }

  private final TlsFile file;
  private final Kind kind;

  TlsMistake(TlsFile file, Kind kind, String sentence) {
    super(sentence);
    this.file = file;
    this.kind = kind;
  }

  public TlsFile file() {
    return file;
  }

  public Kind kind() {
    return kind;
  }
}
