package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.AccountKind;
import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values to columns and back, in one place for all tables of the ledger. */
final class Rows {
  static final String KEY_COLUMNS = "item, lot_code, lot_expiry, owner, status";

  /** A condition on a table that has the key columns; uses the parameters of {@link #key}. */
  static final String SAME_KEY =
      """
       item = :item and lot_code = :lotCode
        and lot_expiry is not distinct from cast(:lotExpiry as date)
        and owner = :owner and status = :status
      """;

  private Rows() {}

  static Map<String, @Nullable Object> key(StockKey key) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("item", key.item().value());
    values.put("lotCode", key.lot().code());
    values.put("lotExpiry", key.lot().expiry().orElse(null));
    values.put("owner", key.owner().value());
    values.put("status", key.status().name());
    return values;
  }

  static Map<String, @Nullable Object> occasion(Occasion occasion, Instant now) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("reason", occasion.reason().code());
    values.put("documentRef", occasion.documentRef());
    values.put("actor", occasion.actor().name());
    values.put("evidenceKind", occasion.evidence().kind().name());
    values.put("evidenceDetail", occasion.evidence().detail());
    values.put("eventTime", utc(occasion.at()));
    values.put("postedAt", utc(now));
    return values;
  }

  static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<LocationId> place(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(LocationId::new);
  }

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        AccountKind.valueOf(row.getString("account_kind")), row.getString("account_id"));
  }

  static StockKey key(ResultSet row) throws SQLException {
    return new StockKey(
        new ItemId(row.getString("item")),
        lot(row),
        new PartyId(row.getString("owner")),
        StockStatus.valueOf(row.getString("status")));
  }

  static Lot lot(ResultSet row) throws SQLException {
    return new Lot(
        row.getString("lot_code"),
        Optional.ofNullable(row.getObject("lot_expiry", LocalDate.class)));
  }

  static Occasion occasion(ResultSet row) throws SQLException {
    return new Occasion(
        new Reason(row.getString("reason")),
        new Evidence(
            EvidenceKind.valueOf(row.getString("evidence_kind")), row.getString("evidence_detail")),
        instant(row, "event_time"),
        new Actor(row.getString("actor")),
        row.getString("document_ref"));
  }

  static Move move(ResultSet row) throws SQLException {
    return new Move(
        new MoveId(row.getLong("id")),
        new Sscc(row.getString("sscc")),
        new LocationId(row.getString("from_location")),
        new LocationId(row.getString("to_location")),
        row.getString("purpose"),
        Move.State.valueOf(row.getString("state")),
        place(row, "vehicle"),
        instant(row, "reserved_at"),
        optionalInstant(row, "started_at"),
        optionalInstant(row, "ended_at"));
  }
}
