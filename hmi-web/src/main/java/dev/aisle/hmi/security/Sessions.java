package dev.aisle.hmi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions, and knows which are over. */
@Component
public class Sessions {

  /** Without a request for this long, a session ends. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** A session ends after a shift, whatever happens in it. */
  static final Duration LONGEST = Duration.ofHours(12);

  private final Accounts accounts;
  private final SignInAttempts attempts;
  private final CsrfTokenRepository csrfTokens;
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final Clock clock;

  Sessions(
      Accounts accounts, SignInAttempts attempts, CsrfTokenRepository csrfTokens, Clock clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.csrfTokens = csrfTokens;
    this.clock = clock;
  }

  /** What came of asking to come in. */
  public sealed interface SignInOutcome {
    record Welcome(Account account) implements SignInOutcome {}

    /** Name or password is wrong; which one is not said. */
    record Wrong() implements SignInOutcome {}

    /** Too many wrong tries. */
    record Wait(Duration howLong) implements SignInOutcome {}
  }

  /** Checks the password and begins a session with a new id. */
  public SignInOutcome signIn(
      String username, String password, HttpServletRequest request, HttpServletResponse response) {
    String address = Optional.ofNullable(request.getRemoteAddr()).orElse("");
    Optional<Duration> wait = attempts.mustWait(username, address);
    if (wait.isPresent()) {
      return new SignInOutcome.Wait(wait.get());
    }
    Optional<Account> account =
        accounts.passwordIs(username, password) ? accounts.find(username) : Optional.empty();
    if (account.isEmpty()) {
      attempts.failed(username, address);
      return new SignInOutcome.Wrong();
    }
    attempts.succeeded(username, address);
    accounts.signedIn(account.get().username());
    begin(account.get(), request, response);
    return new SignInOutcome.Welcome(account.get());
  }

  /** Whether this is the person's password now. */
  public boolean passwordIs(String username, String password) {
    return accounts.passwordIs(username, password);
  }

  /** Begins a session for a person who has proved who they are. */
  public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval((int) IDLE.toSeconds());
    SignedIn who =
        new SignedIn(account.username(), account.role(), account.stamp(), clock.instant());
    Authentication authentication =
        UsernamePasswordAuthenticationToken.authenticated(who, null, authorities(account.role()));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    new CsrfAuthenticationStrategy(csrfTokens).onAuthentication(authentication, request, response);
    writeCsrfCookie(request);
  }

  public void end(HttpServletRequest request, HttpServletResponse response) {
    new SecurityContextLogoutHandler().logout(request, response, null);
    csrfTokens.saveToken(null, request, response);
  }

  /** Whether the session of this person goes on: not too old, and nothing changed meanwhile. */
  public boolean goesOn(SignedIn who) {
    return clock.instant().isBefore(who.since().plus(LONGEST))
        && accounts
            .find(who.username())
            .filter(account -> account.enabled() && account.stamp() == who.stamp())
            .isPresent();
  }

  /** Makes the token be written as a cookie if the browser has none. */
  static void writeCsrfCookie(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }

  /** The person behind an authentication, if it is one of ours. */
  static Optional<SignedIn> person(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn who
        ? Optional.of(who)
        : Optional.empty();
  }

  /** A role brings along those below it. */
  static List<SimpleGrantedAuthority> authorities(Role role) {
    return Arrays.stream(Role.values())
        .filter(one -> one.compareTo(role) <= 0)
        .map(one -> new SimpleGrantedAuthority("ROLE_" + one.name()))
        .toList();
  }
}
