package dev.aisle.hmi.api.masterdata;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param role {@code supplier}, {@code customer}, {@code owner} or {@code carrier}
 */
@Schema(name = "Party")
public record PartyView(
    String id, String name, String role, @Nullable String city, @Nullable String country) {}
