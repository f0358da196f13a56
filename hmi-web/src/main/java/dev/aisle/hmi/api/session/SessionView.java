package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;
import dev.aisle.hmi.security.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Who is signed in, and where.
 *
 * @param roles the person's role and every role it includes, lowest first
 * @param speed how many times faster than the wall clock a simulated site runs; else 1
 */
@Schema(name = "Session")
public record SessionView(
    String username,
    String displayName,
    List<Role> roles,
    Language language,
    boolean mustChangePassword,
    String site,
    boolean simulated,
    double speed) {

  public SessionView {
    roles = List.copyOf(roles);
  }
}
