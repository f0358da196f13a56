package dev.aisle.hmi.app.site;

/**
 * One mistake in a site file.
 *
 * @param file {@code site.yaml}, or {@code devices.yaml} for what was changed on screen
 * @param line first line is 1
 * @param column first column is 1
 * @param where the way to the value, such as {@code vehicles.AGV-01.parks_at}
 * @param kind what kind of mistake, for screens
 * @param key the setting that is missing; empty for every other kind
 * @param message what is wrong and, where it can be said, what would be right
 */
public record SiteFault(
    String file, int line, int column, String where, FaultKind kind, String key, String message) {
  @Override
  public String toString() {
    return where.isEmpty()
        ? "%d:%d: %s".formatted(line, column, message)
        : "%d:%d: %s: %s".formatted(line, column, where, message);
  }
}
