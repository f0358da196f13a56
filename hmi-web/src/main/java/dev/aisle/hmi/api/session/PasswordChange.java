package dev.aisle.hmi.api.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person changes the own password. */
public record PasswordChange(
    @JsonProperty("old") @NotBlank @Size(max = 256) String oldPassword,
    @JsonProperty("new") @NotBlank @Size(max = 256) String newPassword) {
  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
