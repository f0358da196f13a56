package dev.aisle.hmi.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A language the screens speak. */
public enum Language {
  @JsonProperty("zh")
  ZH,
  @JsonProperty("en")
  EN
}
