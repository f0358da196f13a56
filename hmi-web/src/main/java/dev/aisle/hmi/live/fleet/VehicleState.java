package dev.aisle.hmi.live.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The one word that says what a vehicle is about. */
public enum VehicleState {
  @JsonProperty("idle")
  IDLE,
  @JsonProperty("executing")
  EXECUTING,
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("charging")
  CHARGING,
  @JsonProperty("error")
  ERROR,
  @JsonProperty("manual")
  MANUAL,
  /** Its last report is too old to be believed. */
  @JsonProperty("unknown")
  UNKNOWN,
  @JsonProperty("paused")
  PAUSED
}
