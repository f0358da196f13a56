package dev.aisle.hmi.app.site;

/**
 * One mistake in a site file.
 *
 * @param file {@code site.yaml}, or {@code devices.yaml} for what was changed on screen
 * @param line first line is 1
 * @param column first column is 1
 * @param where the way to the value, such as {@code vehicles.AGV-01.parks_at}
 * @param reason what kind of mistake, for screens
 * @param message what is wrong and, where it can be said, what would be right, in English
 */
public record SiteFault(
    String file, int line, int column, String where, FaultReason reason, String message) {

  /** The setting that is missing; empty for every other mistake. */
  public String key() {
    return reason.word().equals(FaultKind.MISSING.word())
        ? reason.values().getOrDefault("key", "")
        : "";
  }

  @Override
  public String toString() {
    return where.isEmpty()
        ? "%d:%d: %s".formatted(line, column, message)
        : "%d:%d: %s: %s".formatted(line, column, where, message);
  }
}
