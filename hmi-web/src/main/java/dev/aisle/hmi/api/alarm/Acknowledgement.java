package dev.aisle.hmi.api.alarm;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** "I have seen it and take care of it." */
public record Acknowledgement(@Size(max = 500) @Nullable String note) {}
