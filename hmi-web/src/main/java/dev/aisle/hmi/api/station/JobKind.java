package dev.aisle.hmi.api.station;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a station's job is about. */
public enum JobKind {
  @JsonProperty("unload")
  UNLOAD,
  @JsonProperty("pick")
  PICK,
  @JsonProperty("pack")
  PACK,
  @JsonProperty("load")
  LOAD
}
