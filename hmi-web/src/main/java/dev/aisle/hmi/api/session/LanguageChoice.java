package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;

/** The language a person wants to read. */
public record LanguageChoice(Language language) {}
