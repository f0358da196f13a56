package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;
import dev.aisle.hmi.security.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person who shall be able to sign in. The program makes the first password.
 *
 * @param username lower-case letters, digits, dot and hyphen
 */
public record NewUser(
    @NotBlank @Pattern(regexp = "[a-z][a-z0-9.-]{1,39}") String username,
    @NotBlank @Size(max = 80) String displayName,
    @NotNull Role role,
    @Nullable Language language) {}
