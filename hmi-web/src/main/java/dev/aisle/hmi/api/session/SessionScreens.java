package dev.aisle.hmi.api.session;

import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import dev.aisle.hmi.security.Account;
import dev.aisle.hmi.security.Accounts;
import dev.aisle.hmi.security.Language;
import dev.aisle.hmi.security.Passwords;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.security.Sessions;
import dev.aisle.hmi.security.Sessions.SignInOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sessions as screens see and change them. */
@Component
class SessionScreens {

  private final Sessions sessions;
  private final Accounts accounts;
  private final Site site;
  private final ObjectProvider<SimulatorPort> simulator;

  SessionScreens(
      Sessions sessions, Accounts accounts, Site site, ObjectProvider<SimulatorPort> simulator) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.site = site;
    this.simulator = simulator;
  }

  SessionView signIn(SignIn who, HttpServletRequest request, HttpServletResponse response) {
    return switch (sessions.signIn(who.username(), who.password(), request, response)) {
      case SignInOutcome.Welcome welcome -> view(welcome.account());
      case SignInOutcome.Wrong wrong ->
          throw new Refusal(Problem.of(401, "wrong-credentials", "Name or password is not right."));
      case SignInOutcome.Wait wait -> {
        long seconds = Math.max(1, wait.howLong().toSeconds());
        response.setHeader("Retry-After", Long.toString(seconds));
        throw new Refusal(
            Problem.of(
                429,
                "too-many-attempts",
                "Too many wrong tries; wait.",
                Map.of("seconds", seconds)));
      }
    };
  }

  void signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
  }

  SessionView session(String username) {
    return view(account(username));
  }

  SessionView language(String username, Language language) {
    accounts.language(username, language);
    return session(username);
  }

  SessionView password(
      String username,
      PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!sessions.passwordIs(username, change.oldPassword())) {
      throw Refusal.invalid("old", "wrong-password", "This is not the present password.");
    }
    if (change.oldPassword().equals(change.newPassword())) {
      throw Refusal.invalid("new", "same-as-before", "Choose another password.");
    }
    Passwords.fault(change.newPassword(), username)
        .ifPresent(
            code -> {
              throw Refusal.invalid("new", code, "This password cannot be taken: " + code + ".");
            });
    accounts.password(username, change.newPassword(), false);
    Account account = account(username);
    sessions.begin(account, request, response);
    return view(account);
  }

  private Account account(String username) {
    return accounts
        .find(username)
        .orElseThrow(() -> new Refusal(Problem.of(401, "not-signed-in", "Sign in first.")));
  }

  private SessionView view(Account account) {
    SimulatorPort world = simulator.getIfAvailable();
    return new SessionView(
        account.username(),
        account.displayName(),
        Arrays.stream(Role.values()).filter(role -> role.compareTo(account.role()) <= 0).toList(),
        account.language(),
        account.mustChangePassword(),
        site.id(),
        world == null ? site.simulated() : world.simulated(),
        world == null ? 1 : world.speed());
  }
}
