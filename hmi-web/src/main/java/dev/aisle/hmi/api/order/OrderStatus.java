package dev.aisle.hmi.api.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an order stands, in one word. */
public enum OrderStatus {
  @JsonProperty("open")
  OPEN,
  /** Something of it waits for stock. */
  @JsonProperty("backOrdered")
  BACK_ORDERED,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("done")
  DONE
}
