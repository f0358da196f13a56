package dev.aisle.hmi.security;

import dev.aisle.hmi.app.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first people of a new database: an administrator, and on a simulated site one person
 * for each other role, to try things with. There are no default passwords.
 */
@Component
class FirstUsers implements FirstRun {

  private final Accounts accounts;
  private final Site site;

  FirstUsers(Accounts accounts, Site site) {
    this.accounts = accounts;
    this.site = site;
  }

  @Override
  @Transactional
  public synchronized List<FirstSignIn> takeOnce() {
    if (!accounts.none()) {
      return List.of();
    }
    List<Role> roles =
        site.simulated() ? List.of(Role.values()).reversed() : List.of(Role.ADMINISTRATOR);
    List<FirstSignIn> made = new ArrayList<>();
    for (Role role : roles) {
      String username = role == Role.ADMINISTRATOR ? "admin" : role.name().toLowerCase(Locale.ROOT);
      String password = Passwords.random();
      boolean added =
          accounts.add(username, displayName(role), role, Language.ZH, password, !site.simulated());
      if (added) {
        made.add(new FirstSignIn(username, password, role));
      }
    }
    return List.copyOf(made);
  }

  private static String displayName(Role role) {
    return switch (role) {
      case OPERATOR -> "操作员 Operator";
      case SUPERVISOR -> "班组长 Supervisor";
      case MANAGER -> "经理 Manager";
      case ADMINISTRATOR -> "管理员 Administrator";
    };
  }
}
