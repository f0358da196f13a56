package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportFault;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with the files taken last. */
@Component
class FaultTable {
  private static final String CONDITION =
      """
       from import_fault
      where (:text = '' or source ilike :text or field ilike :text or reason ilike :text)
        and (:kind = '' or kind = :kind) and (:source = '' or source = :source)
      """;

  private static final Map<String, String> FIELDS =
      Map.of("line", "line", "field", "field", "reason", "reason", "source", "source");

  private final JdbcClient jdbc;
  private final Clock clock;

  FaultTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Replaces the faults of an earlier run of this file; the time a fault was first seen stays. */
  void replace(ImportKind kind, String source, List<ImportFault> faults) {
    jdbc.sql("update import_fault set current = false where kind = ? and source = ?")
        .params(kind.name(), source)
        .update();
    for (ImportFault fault : faults) {
      jdbc.sql(
              """
              insert into import_fault
                (kind, source, line, field, reason, value, first_seen_at, current)
              values (?, ?, ?, ?, ?, ?, ?, true)
              on conflict (kind, source, line, field, reason) do update
                set value = excluded.value, current = true
              """)
          .params(
              kind.name(),
              source,
              fault.line(),
              fault.field(),
              fault.reason(),
              fault.value(),
              clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    jdbc.sql("delete from import_fault where not current and kind = ? and source = ?")
        .params(kind.name(), source)
        .update();
  }

  Page<ImportFault> list(ListQuery query) {
    Map<String, String> values =
        Map.of(
            "text", query.pattern().orElse(""),
            "kind", query.filter("kind").orElse("").toUpperCase(Locale.ROOT),
            "source", query.filter("source").orElse(""));
    long total = jdbc.sql("select count(*)" + CONDITION).params(values).query(Long.class).single();
    List<ImportFault> faults =
        jdbc.sql(
                "select kind, source, line, field, reason, value"
                    + CONDITION
                    + query.orderAndLimit(FIELDS, "id"))
            .params(values)
            .query(
                (row, number) ->
                    new ImportFault(
                        ImportKind.valueOf(row.getString("kind")),
                        row.getString("source"),
                        row.getLong("line"),
                        row.getString("field"),
                        row.getString("reason"),
                        row.getString("value")))
            .list();
    return new Page<>(faults, total, query.page(), query.size());
  }
}
