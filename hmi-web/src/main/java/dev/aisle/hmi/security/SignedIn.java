package dev.aisle.hmi.security;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/**
 * Who a session belongs to.
 *
 * @param stamp of the account when the session began
 */
public record SignedIn(String username, Role role, long stamp, Instant since)
    implements Principal, Serializable {

  @Override
  public String getName() {
    return username;
  }
}
