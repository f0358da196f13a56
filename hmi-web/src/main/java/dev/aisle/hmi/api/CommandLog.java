package dev.aisle.hmi.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers commands in the database. The row is written first, in the command's own transaction:
 * the same key sent twice at once waits there for the first to end. A refusal is remembered like
 * any other answer.
 */
@Component
class CommandLog implements Commands {

  /** How long an answer is remembered. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final int TRIES = 3;

  private final JdbcClient db;
  private final PlatformTransactionManager transactions;
  private final JsonMapper json;
  private final HttpServletRequest request;
  private final Clock clock;

  CommandLog(
      JdbcClient db,
      PlatformTransactionManager transactions,
      JsonMapper json,
      HttpServletRequest request,
      Clock clock) {
    this.db = db;
    this.transactions = transactions;
    this.json = json;
    this.request = request;
    this.clock = clock;
  }

  /** A command as it is known again. */
  private record Sent(String username, UUID key, String request, String contentHash) {}

  private record Answer(String request, String contentHash, int status, String answer) {}

  @Override
  public <T> T once(UUID key, Object content, Class<T> type, Supplier<T> command) {
    Sent sent =
        new Sent(
            request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName(),
            key,
            request.getMethod() + " " + request.getRequestURI(),
            hash(json.writeValueAsBytes(content)));
    for (int tried = 1; ; tried++) {
      try {
        return oneTry(sent, type, command);
      } catch (ConcurrencyFailureException | UnexpectedRollbackException e) {
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private <T> T oneTry(Sent sent, Class<T> type, Supplier<T> command) {
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    try {
      if (!claim(sent)) {
        Answer before = find(sent).orElseThrow();
        transactions.rollback(transaction);
        return replay(sent, before, type);
      }
      T answer;
      try {
        answer = command.get();
      } catch (Refusal refusal) {
        throw refuse(transaction, sent, refusal);
      }
      finish(sent, 200, json.writeValueAsString(answer));
      transactions.commit(transaction);
      return answer;
    } catch (RuntimeException | Error e) {
      if (!transaction.isCompleted()) {
        transactions.rollback(transaction);
      }
      throw e;
    }
  }

  /** Keeps the refusal, with what the service noted while refusing unless that was undone. */
  private Refusal refuse(TransactionStatus transaction, Sent sent, Refusal refusal) {
    String answer = json.writeValueAsString(refusal.problem());
    if (transaction.isRollbackOnly()) {
      transactions.rollback(transaction);
      TransactionStatus own = transactions.getTransaction(new DefaultTransactionDefinition());
      if (claim(sent)) {
        finish(sent, refusal.problem().status(), answer);
      }
      transactions.commit(own);
    } else {
      finish(sent, refusal.problem().status(), answer);
      transactions.commit(transaction);
    }
    return refusal;
  }

  private <T> T replay(Sent sent, Answer before, Class<T> type) {
    if (!before.request().equals(sent.request())
        || !before.contentHash().equals(sent.contentHash())) {
      throw new Refusal(
          Problem.of(
              409,
              "idempotency-key-reused",
              "This key was used for another command.",
              Map.of("key", sent.key().toString())));
    }
    if (before.status() >= 400) {
      throw new Refusal(json.readValue(before.answer(), Problem.class));
    }
    return json.readValue(before.answer(), type);
  }

  /**
   * @return false when the key was used before
   */
  private boolean claim(Sent sent) {
    return db.sql(
                """
                insert into command_log (username, command_key, request, content_hash, status, at)
                values (:username, :key, :request, :hash, 0, :now)
                on conflict do nothing""")
            .param("username", sent.username())
            .param("key", sent.key())
            .param("request", sent.request())
            .param("hash", sent.contentHash())
            .param("now", now())
            .update()
        == 1;
  }

  private void finish(Sent sent, int status, String answer) {
    db.sql(
            """
            update command_log set status = :status, answer = :answer
            where username = :username and command_key = :key""")
        .param("status", status)
        .param("answer", answer)
        .param("username", sent.username())
        .param("key", sent.key())
        .update();
  }

  private Optional<Answer> find(Sent sent) {
    return db.sql(
            """
            select request, content_hash, status, answer from command_log
            where username = :username and command_key = :key""")
        .param("username", sent.username())
        .param("key", sent.key())
        .query(
            (row, number) ->
                new Answer(
                    row.getString("request"),
                    row.getString("content_hash"),
                    row.getInt("status"),
                    row.getString("answer")))
        .optional();
  }

  /** Forgets old answers; a client does not ask again after days. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forgetOld() {
    db.sql("delete from command_log where at < :before")
        .param("before", now().minus(KEPT))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
