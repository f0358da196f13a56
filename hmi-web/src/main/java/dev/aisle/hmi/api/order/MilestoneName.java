package dev.aisle.hmi.api.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The nine steps of an order, in their order. */
public enum MilestoneName {
  @JsonProperty("applied")
  APPLIED,
  @JsonProperty("entered")
  ENTERED,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("picked")
  PICKED,
  @JsonProperty("shipped")
  SHIPPED,
  @JsonProperty("inTransit")
  IN_TRANSIT,
  @JsonProperty("arrived")
  ARRIVED,
  @JsonProperty("signed")
  SIGNED,
  @JsonProperty("filed")
  FILED
}
