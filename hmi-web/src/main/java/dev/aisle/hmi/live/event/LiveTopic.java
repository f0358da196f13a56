package dev.aisle.hmi.live.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of what screens show, named so that a screen fetches it again when it changed. */
public enum LiveTopic {
  @JsonProperty("orders")
  ORDERS,
  @JsonProperty("stock")
  STOCK,
  @JsonProperty("tasks")
  TASKS,
  @JsonProperty("alarms")
  ALARMS,
  @JsonProperty("transports")
  TRANSPORTS,
  @JsonProperty("devices")
  DEVICES,
  @JsonProperty("advices")
  ADVICES,
  @JsonProperty("encoding")
  ENCODING
}
