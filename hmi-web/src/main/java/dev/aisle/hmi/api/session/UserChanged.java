package dev.aisle.hmi.api.session;

import org.jspecify.annotations.Nullable;

/**
 * @param firstPassword to hand to the person; shown this once, and only if one was made
 */
public record UserChanged(UserRow user, @Nullable String firstPassword) {
  @Override
  public String toString() {
    return "UserChanged[" + user + "]";
  }
}
