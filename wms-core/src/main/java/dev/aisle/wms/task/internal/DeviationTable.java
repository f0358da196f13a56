package dev.aisle.wms.task.internal;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.DeviationOpened;
import dev.aisle.wms.task.DeviationSettled;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deviations in one table; a unique index keeps one open one per kind, subject and place. */
@Component
@Transactional
class DeviationTable implements Deviations {
  private static final int LONGEST_NOTE = 400;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DeviationTable(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void open(
      DeviationKind kind, String subject, Optional<LocationId> place, Map<String, String> facts) {
    Deviation now =
        jdbc.sql(
                """
                insert into deviation (kind, subject, place, facts, first_at, last_at, times)
                values (:kind, :subject, :place, :facts, :now, :now, 1)
                on conflict (kind, subject, place) where settled_at is null
                do update set times = deviation.times + 1, last_at = excluded.last_at,
                  facts = excluded.facts
                returning *
                """)
            .param("kind", kind.name())
            .param("subject", subject)
            .param("place", place.map(LocationId::value).orElse(""))
            .param("facts", Facts.toJson(facts))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(DeviationTable::deviation)
            .single();
    if (now.times() == 1) {
      events.publishEvent(
          new DeviationOpened(now.id(), kind, subject, placeOf(now), facts, now.firstAt()));
    }
  }

  @Override
  public void settle(DeviationKind kind, String subject, Actor by, String note) {
    settle(
        "kind = :kind and subject = :subject",
        Map.of("kind", kind.name(), "subject", subject),
        by,
        note);
  }

  @Override
  public boolean settle(long id, Actor by, String note) {
    return settle("id = :id", Map.of("id", id), by, note) > 0;
  }

  private int settle(String condition, Map<String, Object> values, Actor by, String note) {
    List<Deviation> settled =
        jdbc.sql(
                "update deviation set settled_at = :now, settled_by = :by, note = :note"
                    + " where settled_at is null and "
                    + condition
                    + " returning *")
            .params(values)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by.name())
            .param("note", note.substring(0, Math.min(note.length(), LONGEST_NOTE)))
            .query(DeviationTable::deviation)
            .list();
    for (Deviation one : settled) {
      events.publishEvent(
          new DeviationSettled(
              one.id(), one.kind(), one.subject(), placeOf(one), by.name(), clock.instant()));
    }
    return settled.size();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deviation> about(String subject) {
    return jdbc.sql("select * from deviation where subject = :subject order by id limit 500")
        .param("subject", subject)
        .query(DeviationTable::deviation)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Deviation> list(ListQuery query) {
    var where = new StringBuilder(" from deviation where true");
    Map<String, Object> values = new HashMap<>();
    for (String field : List.of("kind", "subject")) {
      query
          .filter(field)
          .ifPresent(
              value -> {
                where.append(" and ").append(field).append(" = :").append(field);
                values.put(field, value);
              });
    }
    query
        .filter("open")
        .ifPresent(
            open ->
                where
                    .append(" and settled_at is ")
                    .append(open.equals("true") ? "null" : "not null"));
    query
        .pattern()
        .ifPresent(
            pattern -> {
              where.append(" and (subject ilike :pattern or place ilike :pattern)");
              values.put("pattern", pattern);
            });
    long total = jdbc.sql("select count(*)" + where).params(values).query(Long.class).single();
    String order =
        query.sort().isPresent()
            ? query.orderAndLimit(Map.of("id", "id", "kind", "kind", "lastAt", "last_at"), "id")
            : " order by id desc limit " + query.size() + " offset " + query.offset();
    List<Deviation> items =
        jdbc.sql("select *" + where + order).params(values).query(DeviationTable::deviation).list();
    return new Page<>(items, total, query.page(), query.size());
  }

  private static String placeOf(Deviation one) {
    return one.place().map(LocationId::value).orElse("");
  }

  private static Deviation deviation(ResultSet rs, int row) throws SQLException {
    return new Deviation(
        rs.getLong("id"),
        DeviationKind.valueOf(rs.getString("kind")),
        rs.getString("subject"),
        Optional.of(rs.getString("place")).filter(p -> !p.isEmpty()).map(LocationId::new),
        Facts.fromJson(rs.getString("facts")),
        Objects.requireNonNull(rs.getTimestamp("first_at")).toInstant(),
        Objects.requireNonNull(rs.getTimestamp("last_at")).toInstant(),
        rs.getInt("times"),
        Optional.ofNullable(rs.getTimestamp("settled_at")).map(Timestamp::toInstant),
        Optional.ofNullable(rs.getString("settled_by")),
        Optional.ofNullable(rs.getString("note")));
  }
}
