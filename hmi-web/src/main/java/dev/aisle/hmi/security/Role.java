package dev.aisle.hmi.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person is here for. Each role may do all that the one before it may. */
public enum Role {
  @JsonProperty("operator")
  OPERATOR,
  @JsonProperty("supervisor")
  SUPERVISOR,
  @JsonProperty("manager")
  MANAGER,
  @JsonProperty("administrator")
  ADMINISTRATOR
}
