package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;
import dev.aisle.hmi.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
public record UserRow(
    String username,
    String displayName,
    Role role,
    Language language,
    boolean enabled,
    boolean mustChangePassword,
    @Nullable Instant lastSignInAt) {}
