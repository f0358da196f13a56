package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.PostingOutcome;
import dev.aisle.wms.inventory.Reservation;
import dev.aisle.wms.inventory.ReservationId;
import dev.aisle.wms.inventory.ReservationOutcome;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Promises of stock. The reservation rows are the truth; a balance's reserved figure follows them
 * in the same transaction.
 */
@Component
class Reservations {
  private static final String SELECT =
      """
      select r.id, r.demand_ref, r.quantity, r.state, r.created_at, r.balance_id,
             b.account_id, b.item, b.lot_code, b.lot_expiry, b.owner, b.status
      from reservation r join balance b on b.id = r.balance_id
      """;

  private final JdbcClient jdbc;
  private final Poster poster;
  private final Clock clock;

  Reservations(JdbcClient jdbc, Poster poster, Clock clock) {
    this.jdbc = jdbc;
    this.poster = poster;
    this.clock = clock;
  }

  ReservationOutcome reserve(String demandRef, Sscc unit, StockKey key, Quantity quantity) {
    if (quantity.none()) {
      throw new IllegalArgumentException("cannot reserve nothing for " + demandRef);
    }
    // One conditional update: whoever comes second sees what the first has left.
    Optional<Long> balance =
        jdbc.sql(
                "update balance set reserved = reserved + :quantity where account_kind = 'UNIT'"
                    + " and account_id = :unit and on_hand - reserved >= :quantity and"
                    + Rows.SAME_KEY
                    + " returning id")
            .param("quantity", quantity.units())
            .param("unit", unit.digits())
            .params(Rows.key(key))
            .query(Long.class)
            .optional();
    if (balance.isEmpty()) {
      return new ReservationOutcome.Refused(poster.shortage(Account.unit(unit), key, quantity));
    }
    long id =
        jdbc.sql(
                """
                insert into reservation (demand_ref, balance_id, quantity, state, created_at)
                values (:demandRef, :balance, :quantity, 'OPEN', :now) returning id
                """)
            .param("demandRef", demandRef)
            .param("balance", balance.get())
            .param("quantity", quantity.units())
            .param("now", Rows.utc(clock.instant()))
            .query(Long.class)
            .single();
    return new ReservationOutcome.Reserved(require(new ReservationId(id)));
  }

  void release(ReservationId id) {
    Reservation held = lock(id);
    if (held.state() == Reservation.State.OPEN) {
      giveBack(id, held.quantity());
      close(id, Reservation.State.RELEASED);
    }
  }

  void reduce(ReservationId id, Quantity by) {
    Reservation held = lock(id);
    if (held.state() != Reservation.State.OPEN || by.none()) {
      return;
    }
    giveBack(id, by);
    lower(held, by, Reservation.State.RELEASED);
  }

  PostingOutcome consume(
      ReservationId id, Quantity quantity, Account to, String idempotencyKey, Occasion occasion) {
    Reservation held = lock(id);
    Movement movement =
        new Movement(idempotencyKey, Account.unit(held.unit()), to, held.key(), quantity, occasion);
    Quantity promised = held.quantity().min(quantity);
    PostingOutcome outcome = poster.post(movement, promised);
    if (outcome instanceof PostingOutcome.Posted posted && !posted.repeated()) {
      if (quantity.compareTo(held.quantity()) > 0) {
        throw new IllegalArgumentException(
            "reservation %d holds %s, not %s".formatted(id.number(), held.quantity(), quantity));
      }
      lower(held, quantity, Reservation.State.CONSUMED);
    }
    return outcome;
  }

  Optional<Reservation> find(ReservationId id) {
    return jdbc.sql(SELECT + "where r.id = ?")
        .param(id.number())
        .query(Reservations::reservation)
        .optional();
  }

  List<Reservation> ofDemand(String demandRef) {
    return jdbc.sql(SELECT + "where r.state = 'OPEN' and r.demand_ref = ? order by r.id")
        .param(demandRef)
        .query(Reservations::reservation)
        .list();
  }

  List<Reservation> onUnit(Sscc unit) {
    return jdbc.sql(
            SELECT
                + "where r.state = 'OPEN' and b.account_kind = 'UNIT' and b.account_id = ?"
                + " order by r.id")
        .param(unit.digits())
        .query(Reservations::reservation)
        .list();
  }

  private Reservation require(ReservationId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no reservation " + id.number()));
  }

  private Reservation lock(ReservationId id) {
    jdbc.sql("select id from reservation where id = ? for update")
        .param(id.number())
        .query(Long.class)
        .optional();
    return require(id);
  }

  private void giveBack(ReservationId id, Quantity quantity) {
    jdbc.sql(
            "update balance set reserved = reserved - ?"
                + " where id = (select balance_id from reservation where id = ?)")
        .params(quantity.units(), id.number())
        .update();
  }

  private void lower(Reservation held, Quantity by, Reservation.State whenEmpty) {
    Quantity rest = held.quantity().minus(by);
    if (rest.none()) {
      close(held.id(), whenEmpty);
    } else {
      jdbc.sql("update reservation set quantity = ? where id = ?")
          .params(rest.units(), held.id().number())
          .update();
    }
  }

  private void close(ReservationId id, Reservation.State state) {
    jdbc.sql("update reservation set quantity = 0, state = ? where id = ?")
        .params(state.name(), id.number())
        .update();
  }

  private static Reservation reservation(ResultSet row, int number) throws SQLException {
    return new Reservation(
        new ReservationId(row.getLong("id")),
        row.getString("demand_ref"),
        new Sscc(row.getString("account_id")),
        Rows.key(row),
        Quantity.of(row.getLong("quantity")),
        Reservation.State.valueOf(row.getString("state")),
        Rows.instant(row, "created_at"));
  }
}
