package dev.aisle.hmi.security;

import dev.aisle.hmi.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are too old or whose person lost role, password or access since, before the
 * request is looked at. Who must choose a new password may do nothing else before.
 */
final class SessionGuard extends OncePerRequestFilter {

  private final Sessions sessions;
  private final Accounts accounts;
  private final ProblemWriter problems;

  SessionGuard(Sessions sessions, Accounts accounts, ProblemWriter problems) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> who =
        Sessions.person(SecurityContextHolder.getContext().getAuthentication());
    if (who.isPresent() && !sessions.goesOn(who.get())) {
      sessions.end(request, response);
      SecurityContextHolder.clearContext();
    } else if (who.isPresent()
        && !request.getRequestURI().startsWith("/api/v1/session")
        && accounts.find(who.get().username()).filter(Account::mustChangePassword).isPresent()) {
      problems.write(
          response,
          Problem.of(403, "password-change-required", "Choose a password of your own first."));
      return;
    }
    Sessions.writeCsrfCookie(request);
    chain.doFilter(request, response);
  }
}
