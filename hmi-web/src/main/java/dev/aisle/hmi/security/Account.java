package dev.aisle.hmi.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A person who may sign in.
 *
 * @param stamp changes with role, password and enabled; a session that began under another stamp is
 *     over
 */
public record Account(
    String username,
    String displayName,
    Role role,
    Language language,
    boolean enabled,
    boolean mustChangePassword,
    long stamp,
    Optional<Instant> lastSignInAt) {}
