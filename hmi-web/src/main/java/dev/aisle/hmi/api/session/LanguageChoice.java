package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;
import jakarta.validation.constraints.NotNull;

/** The language a person wants to read. */
public record LanguageChoice(@NotNull Language language) {}
