package dev.aisle.hmi.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, as stored. */
@Component
public class Accounts {

  private static final String COLUMNS =
      "username, display_name, role, language, enabled, must_change_password, stamp,"
          + " last_sign_in_at";

  /** Fields a list of people can be sorted by, and their columns. */
  private static final Map<String, String> SORTABLE =
      Map.of(
          "username", "username",
          "displayName", "display_name",
          "role", "role",
          "enabled", "enabled",
          "lastSignInAt", "last_sign_in_at");

  private final JdbcClient db;
  private final PasswordEncoder encoder;
  private final Clock clock;

  Accounts(JdbcClient db, PasswordEncoder encoder, Clock clock) {
    this.db = db;
    this.encoder = encoder;
    this.clock = clock;
  }

  public Optional<Account> find(String username) {
    return db.sql("select " + COLUMNS + " from app_user where username = :username")
        .param("username", username.toLowerCase(Locale.ROOT))
        .query(Accounts::read)
        .optional();
  }

  public boolean none() {
    return db.sql("select not exists (select 1 from app_user)").query(Boolean.class).single();
  }

  /** Those whose name or user name contains the text. */
  public List<Account> list(String text, String sort, boolean ascending, int limit, long offset) {
    String order = SORTABLE.getOrDefault(sort, "username") + (ascending ? " asc" : " desc");
    return db.sql(
            "select "
                + COLUMNS
                + " from app_user where username ilike :text or display_name ilike :text order by "
                + order
                + " nulls last, username limit :limit offset :offset")
        .param("text", pattern(text))
        .param("limit", limit)
        .param("offset", offset)
        .query(Accounts::read)
        .list();
  }

  public long count(String text) {
    return db.sql(
            "select count(*) from app_user where username ilike :text or display_name ilike :text")
        .param("text", pattern(text))
        .query(Long.class)
        .single();
  }

  private static String pattern(String text) {
    return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  /**
   * @return false when the name is taken
   */
  @Transactional
  public boolean add(
      String username,
      String displayName,
      Role role,
      Language language,
      String password,
      boolean mustChangePassword) {
    return db.sql(
                """
                insert into app_user (username, display_name, role, language, password_hash,
                  must_change_password, enabled, created_at)
                values (:username, :displayName, :role, :language, :hash, :mustChange, true, :now)
                on conflict do nothing""")
            .param("username", username)
            .param("displayName", displayName)
            .param("role", role.name())
            .param("language", language.name())
            .param("hash", encoder.encode(password))
            .param("mustChange", mustChangePassword)
            .param("now", now())
            .update()
        == 1;
  }

  /** Changes what is not null. A new role, or being shut out, ends the person's sessions. */
  @Transactional
  public void change(
      String username,
      @Nullable String displayName,
      @Nullable Role role,
      @Nullable Boolean enabled) {
    db.sql(
            """
            update app_user set
              stamp = stamp + case
                when role <> coalesce(:role, role) or enabled <> coalesce(:enabled, enabled)
                then 1 else 0 end,
              display_name = coalesce(:displayName, display_name),
              role = coalesce(:role, role),
              enabled = coalesce(:enabled, enabled)
            where username = :username""")
        .param("displayName", displayName, java.sql.Types.VARCHAR)
        .param("role", role == null ? null : role.name(), java.sql.Types.VARCHAR)
        .param("enabled", enabled, java.sql.Types.BOOLEAN)
        .param("username", username)
        .update();
  }

  /** Sets a password and ends the sessions that began under the old one. */
  @Transactional
  public void password(String username, String password, boolean mustChange) {
    db.sql(
            """
            update app_user set password_hash = :hash, must_change_password = :mustChange,
              stamp = stamp + 1 where username = :username""")
        .param("hash", encoder.encode(password))
        .param("mustChange", mustChange)
        .param("username", username)
        .update();
  }

  @Transactional
  public void language(String username, Language language) {
    db.sql("update app_user set language = :language where username = :username")
        .param("language", language.name())
        .param("username", username)
        .update();
  }

  @Transactional
  public void signedIn(String username) {
    db.sql("update app_user set last_sign_in_at = :now where username = :username")
        .param("now", now())
        .param("username", username)
        .update();
  }

  /** Enabled administrators other than this one. */
  public long otherAdministrators(String username) {
    return db.sql(
            """
            select count(*) from app_user
            where role = 'ADMINISTRATOR' and enabled and username <> :username""")
        .param("username", username)
        .query(Long.class)
        .single();
  }

  /** Takes equally long for a name that does not exist, so that names cannot be found out. */
  boolean passwordIs(String username, String password) {
    String hash =
        db.sql("select password_hash from app_user where username = :username and enabled")
            .param("username", username.toLowerCase(Locale.ROOT))
            .query(String.class)
            .optional()
            .orElse(null);
    if (hash == null) {
      encoder.matches(password, Decoy.HASH);
      return false;
    }
    return encoder.matches(password, hash);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    OffsetDateTime last = row.getObject("last_sign_in_at", OffsetDateTime.class);
    return new Account(
        row.getString("username"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        Language.valueOf(row.getString("language")),
        row.getBoolean("enabled"),
        row.getBoolean("must_change_password"),
        row.getLong("stamp"),
        Optional.ofNullable(last).map(OffsetDateTime::toInstant));
  }

  /** A hash that costs as much to compare as a real one and that no password has. */
  private static final class Decoy {
    static final String HASH = Passwords.encoder().encode(Passwords.random());
  }
}
