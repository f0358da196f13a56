package dev.aisle.hmi.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of alarms. The unique index on open alarms is what keeps them one for one trouble. */
@Repository
@Transactional
class AlarmStore {
  private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};
  private static final String COLUMNS =
      "id, type, source, params::text as params, raised_at, raised, cleared_at, acked_at, acked_by, ack_note";
  private static final Map<String, String> SORT =
      Map.of(
          "raisedAt", "raised_at",
          "priority", "array_position(array['LOW','MEDIUM','HIGH'], priority)",
          "type", "type",
          "source", "source");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AlarmStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.json = JsonMapper.builder().build();
  }

  /** Opens an alarm, or wakes the one that was cleared but not acknowledged yet. */
  Alarm raise(AlarmType type, String source, Map<String, String> params, Instant at) {
    return jdbc.sql(
            """
            insert into alarm (type, source, priority, params, raised_at, cleared_at)
            values (:type, :source, :priority, :params::jsonb, :at, :cleared)
            on conflict (type, source) where cleared_at is null or acked_at is null
            do update set params = excluded.params, raised_at = excluded.raised_at,
              cleared_at = excluded.cleared_at, raised = alarm.raised + 1
            returning %s
            """
                .formatted(COLUMNS))
        .param("type", type.name())
        .param("source", source)
        .param("priority", type.priority().name())
        .param("params", json.writeValueAsString(params))
        .param("at", Timestamp.from(at))
        .param("cleared", type.isLasting() ? null : Timestamp.from(at))
        .query(this::alarm)
        .single();
  }

  Optional<Alarm> clear(AlarmType type, String source, Instant at) {
    return jdbc.sql(
            """
            update alarm set cleared_at = greatest(:at, raised_at)
            where type = :type and source = :source and cleared_at is null returning %s
            """
                .formatted(COLUMNS))
        .param("type", type.name())
        .param("source", source)
        .param("at", Timestamp.from(at))
        .query(this::alarm)
        .optional();
  }

  /** What is active now, as an earlier run left it. */
  @Transactional(readOnly = true)
  public Set<AlarmBoard.Key> active() {
    return Set.copyOf(
        jdbc.sql("select type, source from alarm where cleared_at is null")
            .query(
                (row, number) ->
                    new AlarmBoard.Key(
                        AlarmType.valueOf(row.getString("type")), row.getString("source")))
            .list());
  }

  Optional<Alarm> acknowledge(long id, String by, Optional<String> note, Instant at) {
    jdbc.sql(
            """
            update alarm set acked_at = :at, acked_by = :by, ack_note = :note
            where id = :id and acked_at is null
            """)
        .param("id", id)
        .param("by", by)
        .param("note", note.orElse(null))
        .param("at", Timestamp.from(at))
        .update();
    return find(id);
  }

  @Transactional(readOnly = true)
  public Optional<Alarm> find(long id) {
    return jdbc.sql("select %s from alarm where id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(this::alarm)
        .optional();
  }

  @Transactional(readOnly = true)
  public Alarms.AlarmList list(Alarms.Query query) {
    String where =
        " from alarm where (not :open or cleared_at is null or acked_at is null)"
            + " and (:text = '' or strpos(lower(replace(type, '_', '-') || ' ' || source), lower(:text)) > 0)";
    String order = SORT.getOrDefault(query.sort(), "raised_at");
    List<Alarm> alarms =
        jdbc.sql(
                "select %s%s order by %s %s, id desc limit :limit offset :offset"
                    .formatted(COLUMNS, where, order, query.ascending() ? "asc" : "desc"))
            .param("open", query.open())
            .param("text", query.text().orElse(""))
            .param("limit", query.limit())
            .param("offset", query.offset())
            .query(this::alarm)
            .list();
    long total =
        jdbc.sql("select count(*)" + where)
            .param("open", query.open())
            .param("text", query.text().orElse(""))
            .query(Long.class)
            .single();
    return new Alarms.AlarmList(alarms, total);
  }

  private Alarm alarm(ResultSet row, int number) throws SQLException {
    Timestamp ackedAt = row.getTimestamp("acked_at");
    return new Alarm(
        row.getLong("id"),
        AlarmType.valueOf(row.getString("type")),
        row.getString("source"),
        json.readValue(row.getString("params"), PARAMS),
        row.getTimestamp("raised_at").toInstant(),
        row.getInt("raised"),
        Optional.ofNullable(row.getTimestamp("cleared_at")).map(Timestamp::toInstant),
        ackedAt == null
            ? Optional.empty()
            : Optional.of(
                new Alarm.Acknowledged(
                    ackedAt.toInstant(),
                    row.getString("acked_by"),
                    Optional.ofNullable(row.getString("ack_note")))));
  }
}
