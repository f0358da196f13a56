package dev.aisle.wms.shared;

/** Why stock moved, as a short code that screens translate, such as {@code receipt}. */
public record Reason(String code) {
  public Reason {
    if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a reason code: '%s'".formatted(code));
    }
  }

  public static Reason of(String code) {
    return new Reason(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
