package dev.aisle.agv.fleet;

import java.util.Locale;

/** Translation keys of words that are constants here. */
public final class Keys {
  private Keys() {}

  /**
   * {@code FETCHED_OTHER} under {@code vehicle.trouble} is {@code vehicle.trouble.fetchedOther}.
   */
  public static String of(String group, Enum<?> word) {
    String[] parts = word.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder key = new StringBuilder(group).append('.').append(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      key.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return key.toString();
  }
}
