package dev.aisle.hmi.api.session;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.security.Account;
import dev.aisle.hmi.security.Accounts;
import dev.aisle.hmi.security.Language;
import dev.aisle.hmi.security.Passwords;
import dev.aisle.hmi.security.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People as the administrator sees and changes them. */
@Component
class UserScreens {

  private static final Logger log = LoggerFactory.getLogger(UserScreens.class);

  private final Accounts accounts;

  UserScreens(Accounts accounts) {
    this.accounts = accounts;
  }

  Page<UserRow> list(ListQuery query) {
    String text = query.text().orElse("");
    ListQuery.Order order = query.order().orElse(new ListQuery.Order("username", true));
    return new Page<>(
        accounts
            .list(
                text,
                order.field(),
                order.ascending(),
                query.pageSize(),
                (long) query.pageNumber() * query.pageSize())
            .stream()
            .map(UserScreens::row)
            .toList(),
        accounts.count(text),
        query.pageNumber(),
        query.pageSize());
  }

  @Transactional
  UserChanged add(NewUser user, String by) {
    String password = Passwords.random();
    boolean added =
        accounts.add(
            user.username(),
            user.displayName(),
            user.role(),
            user.language() == null ? Language.ZH : user.language(),
            password,
            true);
    if (!added) {
      throw Refusal.conflict(
          "username-taken",
          "There is a person of this name already.",
          Map.of("username", user.username()));
    }
    log.info("{} added {} as {}", by, user.username(), user.role());
    return new UserChanged(row(require(user.username())), password);
  }

  @Transactional
  UserChanged change(String username, UserChange change, String by) {
    Account before = require(username);
    boolean losesPower =
        before.role() == Role.ADMINISTRATOR
            && ((change.role() != null && change.role() != Role.ADMINISTRATOR)
                || Boolean.FALSE.equals(change.enabled()));
    if (losesPower && accounts.otherAdministrators(username) == 0) {
      throw Refusal.conflict(
          "last-administrator", "Somebody must be administrator.", Map.of("username", username));
    }
    accounts.change(username, change.displayName(), change.role(), change.enabled());
    @Nullable String password = null;
    if (Boolean.TRUE.equals(change.newPassword())) {
      password = Passwords.random();
      accounts.password(username, password, true);
    }
    log.info(
        "{} changed {}: role {}, enabled {}, new password {}",
        by,
        username,
        change.role(),
        change.enabled(),
        password != null);
    return new UserChanged(row(require(username)), password);
  }

  private Account require(String username) {
    return accounts.find(username).orElseThrow(() -> Refusal.notFound("user", username));
  }

  private static UserRow row(Account account) {
    return new UserRow(
        account.username(),
        account.displayName(),
        account.role(),
        account.language(),
        account.enabled(),
        account.mustChangePassword(),
        account.lastSignInAt().orElse(null));
  }
}
