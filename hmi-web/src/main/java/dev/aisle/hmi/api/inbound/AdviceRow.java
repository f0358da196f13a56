package dev.aisle.hmi.api.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch advice in a list.
 *
 * @param pallets announced
 * @param received of them
 */
public record AdviceRow(
    String id,
    String supplier,
    String supplierName,
    @Nullable String dock,
    AdviceState state,
    int pallets,
    int received,
    Instant announcedAt) {

  /** How far the delivery is. */
  public enum AdviceState {
    @JsonProperty("announced")
    ANNOUNCED,
    @JsonProperty("arrived")
    ARRIVED,
    @JsonProperty("unloading")
    UNLOADING,
    @JsonProperty("closed")
    CLOSED
  }
}
