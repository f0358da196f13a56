package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.AccountKind;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.PostingId;
import dev.aisle.wms.inventory.PostingOutcome;
import dev.aisle.wms.inventory.Shortage;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes postings: locks both balances in sorted order, checks, and writes both sides. */
@Component
class Poster {
  private final JdbcClient jdbc;
  private final Units units;
  private final Clock clock;

  Poster(JdbcClient jdbc, Units units, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.clock = clock;
  }

  private record Held(long id, long onHand, long reserved) {}

  private record Existing(long id, Account account, StockKey key, long quantity) {}

  /**
   * @param promised how much of the quantity was reserved for just this movement
   */
  PostingOutcome post(Movement movement, Quantity promised) {
    Optional<PostingOutcome> before = alreadyPosted(movement);
    if (before.isPresent()) {
      return before.get();
    }
    lockUnits(movement);
    Account first = min(movement.from(), movement.to());
    Account second = first.equals(movement.from()) ? movement.to() : movement.from();
    Held firstHeld = lock(first, movement.key());
    Held secondHeld = lock(second, movement.key());
    Held source = first.equals(movement.from()) ? firstHeld : secondHeld;
    Held target = first.equals(movement.from()) ? secondHeld : firstHeld;
    Optional<PostingOutcome> meanwhile = alreadyPosted(movement);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    long wanted = movement.quantity().units();
    if (movement.from().kind().inHouse()) {
      long free = source.onHand - source.reserved + promised.units();
      if (free < wanted) {
        return new PostingOutcome.Refused(
            shortage(movement.from(), movement.key(), movement.quantity()));
      }
    }
    long posting = insertPosting(movement);
    insertLine(posting, movement.from(), movement.key(), -wanted);
    insertLine(posting, movement.to(), movement.key(), wanted);
    change(source.id, -wanted, -promised.units());
    change(target.id, wanted, 0);
    return new PostingOutcome.Posted(new PostingId(posting), false);
  }

  Shortage shortage(Account account, StockKey key, Quantity wanted) {
    long free =
        jdbc.sql(
                "select on_hand - reserved from balance where account_kind = :kind"
                    + " and account_id = :id and"
                    + Rows.SAME_KEY)
            .param("kind", account.kind().name())
            .param("id", account.id())
            .params(Rows.key(key))
            .query(Long.class)
            .optional()
            .orElse(0L);
    List<Shortage.Holder> holders =
        jdbc.sql(
                """
                select r.demand_ref, sum(r.quantity) as quantity
                from reservation r join balance b on b.id = r.balance_id
                where r.state = 'OPEN' and b.account_kind = :kind and b.account_id = :id and
                """
                    + Rows.SAME_KEY
                    + " group by r.demand_ref order by min(r.id) limit 20")
            .param("kind", account.kind().name())
            .param("id", account.id())
            .params(Rows.key(key))
            .query(
                (row, number) ->
                    new Shortage.Holder(
                        row.getString("demand_ref"), Quantity.of(row.getLong("quantity"))))
            .list();
    return new Shortage(account, key, wanted, Quantity.of(Math.max(0, free)), holders);
  }

  private static Account min(Account a, Account b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Goods may only go into or out of a unit whose life is not over, and nobody ends it now. */
  private void lockUnits(Movement movement) {
    Stream.of(movement.from(), movement.to())
        .filter(account -> account.kind() == AccountKind.UNIT)
        .sorted()
        .forEach(
            account -> {
              HandlingUnit unit = units.lock(new Sscc(account.id()));
              if (unit.state() == UnitState.SHIPPED || unit.state() == UnitState.VOID) {
                throw new IllegalStateException(
                    "handling unit %s is %s".formatted(unit.sscc(), unit.state()));
              }
            });
  }

  private Held lock(Account account, StockKey key) {
    jdbc.sql(
            "insert into balance (account_kind, account_id, "
                + Rows.KEY_COLUMNS
                + ") values (:kind, :id, :item, :lotCode, cast(:lotExpiry as date), :owner,"
                + " :status) on conflict on constraint one_balance_per_key do nothing")
        .param("kind", account.kind().name())
        .param("id", account.id())
        .params(Rows.key(key))
        .update();
    return jdbc.sql(
            "select id, on_hand, reserved from balance where account_kind = :kind"
                + " and account_id = :id and"
                + Rows.SAME_KEY
                + " for no key update")
        .param("kind", account.kind().name())
        .param("id", account.id())
        .params(Rows.key(key))
        .query(
            (row, number) ->
                new Held(row.getLong("id"), row.getLong("on_hand"), row.getLong("reserved")))
        .single();
  }

  private Optional<PostingOutcome> alreadyPosted(Movement movement) {
    List<Existing> lines =
        jdbc.sql(
                """
                select p.id, l.account_kind, l.account_id, l.item, l.lot_code, l.lot_expiry,
                       l.owner, l.status, l.quantity
                from ledger_posting p join ledger_line l on l.posting_id = p.id
                where p.idempotency_key = ? order by l.id
                """)
            .param(movement.idempotencyKey())
            .query(Poster::existing)
            .list();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long posting = lines.getFirst().id();
    long wanted = movement.quantity().units();
    if (!lines.equals(
        List.of(
            new Existing(posting, movement.from(), movement.key(), -wanted),
            new Existing(posting, movement.to(), movement.key(), wanted)))) {
      throw new IllegalArgumentException(
          "idempotency key '%s' already stands for another movement"
              .formatted(movement.idempotencyKey()));
    }
    return Optional.of(new PostingOutcome.Posted(new PostingId(posting), true));
  }

  private static Existing existing(ResultSet row, int number) throws SQLException {
    return new Existing(
        row.getLong("id"), Rows.account(row), Rows.key(row), row.getLong("quantity"));
  }

  private long insertPosting(Movement movement) {
    return jdbc.sql(
            """
            insert into ledger_posting (idempotency_key, reason, document_ref, actor,
              evidence_kind, evidence_detail, event_time, posted_at)
            values (:idempotencyKey, :reason, :documentRef, :actor,
              :evidenceKind, :evidenceDetail, :eventTime, :postedAt)
            returning id
            """)
        .param("idempotencyKey", movement.idempotencyKey())
        .params(Rows.occasion(movement.occasion(), clock.instant()))
        .query(Long.class)
        .single();
  }

  private void insertLine(long posting, Account account, StockKey key, long quantity) {
    jdbc.sql(
            "insert into ledger_line (posting_id, account_kind, account_id, "
                + Rows.KEY_COLUMNS
                + ", quantity) values (:posting, :kind, :id, :item, :lotCode,"
                + " cast(:lotExpiry as date), :owner, :status, :quantity)")
        .param("posting", posting)
        .param("kind", account.kind().name())
        .param("id", account.id())
        .param("quantity", quantity)
        .params(Rows.key(key))
        .update();
  }

  private void change(long balance, long onHand, long reserved) {
    jdbc.sql("update balance set on_hand = on_hand + ?, reserved = reserved + ? where id = ?")
        .params(onHand, reserved, balance)
        .update();
  }
}
