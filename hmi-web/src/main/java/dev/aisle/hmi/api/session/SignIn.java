package dev.aisle.hmi.api.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person asks to come in. */
public record SignIn(
    @NotBlank @Size(max = 64) String username, @NotBlank @Size(max = 256) String password) {
  @Override
  public String toString() {
    return "SignIn[" + username + "]";
  }
}
