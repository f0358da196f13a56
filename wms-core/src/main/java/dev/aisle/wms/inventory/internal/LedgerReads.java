package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Balance;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.LedgerLine;
import dev.aisle.wms.inventory.LineQuery;
import dev.aisle.wms.inventory.PostingId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions to the ledger. */
@Component
class LedgerReads {
  private final JdbcClient jdbc;

  LedgerReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Balance> balances(BalanceQuery query) {
    StringBuilder sql =
        new StringBuilder(
            """
            select b.account_kind, b.account_id, b.item, b.lot_code, b.lot_expiry, b.owner,
                   b.status, b.on_hand, b.reserved,
                   case when b.account_kind = 'LOCATION' then b.account_id else u.place end as place
            from balance b
            left join handling_unit u on b.account_kind = 'UNIT' and u.sscc = b.account_id
            where b.account_kind in ('UNIT', 'LOCATION') and b.on_hand <> 0
            """);
    Map<String, Object> values = new LinkedHashMap<>();
    query
        .item()
        .ifPresent(
            item -> {
              sql.append(" and b.item = :item");
              values.put("item", item.value());
            });
    query
        .unit()
        .ifPresent(
            unit -> {
              sql.append(" and b.account_kind = 'UNIT' and b.account_id = :unit");
              values.put("unit", unit.digits());
            });
    query
        .place()
        .ifPresent(
            place -> {
              sql.append(
                  " and (u.place = :place or b.account_kind = 'LOCATION' and b.account_id = :place)");
              values.put("place", place.value());
            });
    query
        .owner()
        .ifPresent(
            owner -> {
              sql.append(" and b.owner = :owner");
              values.put("owner", owner.value());
            });
    query
        .status()
        .ifPresent(
            status -> {
              sql.append(" and b.status = :status");
              values.put("status", status.name());
            });
    if (query.freeOnly()) {
      sql.append(" and b.on_hand > b.reserved");
    }
    sql.append(" order by b.item, b.lot_expiry nulls last, b.id");
    return jdbc.sql(sql.toString())
        .params(values)
        .query(
            (row, number) ->
                new Balance(
                    Rows.account(row),
                    Rows.key(row),
                    row.getLong("on_hand"),
                    row.getLong("reserved"),
                    Rows.place(row, "place")))
        .list();
  }

  List<LedgerLine> lines(LineQuery query) {
    StringBuilder sql =
        new StringBuilder(
            """
            select l.id, l.posting_id, p.idempotency_key, l.account_kind, l.account_id, l.item,
                   l.lot_code, l.lot_expiry, l.owner, l.status, l.quantity, p.reason,
                   p.document_ref, p.actor, p.evidence_kind, p.evidence_detail, p.event_time,
                   p.posted_at
            from ledger_line l join ledger_posting p on p.id = l.posting_id
            where true
            """);
    Map<String, Object> values = new LinkedHashMap<>();
    query
        .item()
        .ifPresent(
            item -> {
              sql.append(" and l.item = :item");
              values.put("item", item.value());
            });
    query
        .unit()
        .ifPresent(
            unit -> {
              sql.append(" and l.account_kind = 'UNIT' and l.account_id = :unit");
              values.put("unit", unit.digits());
            });
    query
        .documentRef()
        .ifPresent(
            document -> {
              sql.append(" and p.document_ref = :document");
              values.put("document", document);
            });
    query
        .before()
        .ifPresent(
            before -> {
              sql.append(" and l.id < :before");
              values.put("before", before);
            });
    sql.append(" order by l.id desc limit ").append(query.limit());
    return jdbc.sql(sql.toString())
        .params(values)
        .query(
            (row, number) ->
                new LedgerLine(
                    row.getLong("id"),
                    new PostingId(row.getLong("posting_id")),
                    row.getString("idempotency_key"),
                    Rows.account(row),
                    Rows.key(row),
                    row.getLong("quantity"),
                    Rows.occasion(row),
                    Rows.instant(row, "posted_at")))
        .list();
  }
}
