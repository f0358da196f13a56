package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Role;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a person; what is left out stays.
 *
 * @param newPassword true makes a new first password and ends the person's sessions
 */
public record UserChange(
    @Nullable @Size(min = 1, max = 80) String displayName,
    @Nullable Role role,
    @Nullable Boolean enabled,
    @Nullable Boolean newPassword) {}
