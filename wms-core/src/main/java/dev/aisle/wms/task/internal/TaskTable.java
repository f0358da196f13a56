package dev.aisle.wms.task.internal;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskChanged;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.TaskState;
import dev.aisle.wms.task.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks in one table; claiming skips rows that another operator's claim has locked. */
@Component
@Transactional
class TaskTable implements Tasks {
  /** Long enough to walk away for a moment, short enough that forgotten work comes back. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String OPEN = "state in ('READY', 'CLAIMED', 'HELD')";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TaskTable(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Task open(TaskKind kind, String station, String subject, int priority) {
    Optional<Task> opened =
        jdbc.sql(
                """
                insert into task (kind, station, subject, priority, state, opened_at)
                values (:kind, :station, :subject, :priority, 'READY', :now)
                on conflict (kind, subject) where state in ('READY', 'CLAIMED', 'HELD') do nothing
                returning *
                """)
            .param("kind", kind.name())
            .param("station", station)
            .param("subject", subject)
            .param("priority", priority)
            .param("now", now())
            .query(TaskTable::task)
            .optional();
    opened.ifPresent(this::announce);
    return opened.orElseGet(() -> latest(kind, subject).orElseThrow());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Task> find(TaskId id) {
    return jdbc.sql("select * from task where id = :id")
        .param("id", id.value())
        .query(TaskTable::task)
        .optional();
  }

  @Override
  public Optional<Task> latest(TaskKind kind, String subject) {
    return jdbc.sql(
            "select * from task where kind = :kind and subject = :subject order by id desc limit 1")
        .param("kind", kind.name())
        .param("subject", subject)
        .query(TaskTable::task)
        .optional();
  }

  @Override
  public Optional<Task> next(String station, String operator) {
    Optional<Task> claimed =
        jdbc.sql(
                """
                update task set state = 'CLAIMED', claimed_by = :operator, lease_until = :until
                where id = (
                  select id from task
                  where station = :station
                    and (state = 'READY'
                      or state = 'CLAIMED' and (claimed_by = :operator or lease_until < :now))
                  order by (state = 'CLAIMED' and claimed_by = :operator) desc, priority, id
                  for update skip locked limit 1)
                returning *, (select old.claimed_by from task old where old.id = task.id) as before
                """)
            .param("station", station)
            .param("operator", operator)
            .param("now", now())
            .param("until", clock.instant().plus(LEASE).atOffset(ZoneOffset.UTC))
            .query(
                (rs, n) -> {
                  Task task = task(rs, n);
                  if (!operator.equals(rs.getString("before"))) {
                    announce(task);
                  }
                  return task;
                })
            .optional();
    return claimed;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Task> queue(String station, int limit) {
    return jdbc.sql(
            "select * from task where station = :station and "
                + OPEN
                + " order by state = 'CLAIMED' desc, priority, id limit :limit")
        .param("station", station)
        .param("limit", limit)
        .query(TaskTable::task)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public int waiting(String station) {
    return jdbc.sql(
            "select count(*) from task where station = :s and state in ('READY', 'CLAIMED')")
        .param("s", station)
        .query(Integer.class)
        .single();
  }

  @Override
  public Completion start(TaskId id, Actor by) {
    Completion checked = check(id, by);
    if (checked instanceof Completion.Done(Task task) && task.startedAt().isEmpty()) {
      return new Completion.Done(update(id, "started_at = :now", Map.of("now", now())));
    }
    return checked;
  }

  @Override
  public Completion check(TaskId id, Actor by) {
    Optional<Task> found =
        jdbc.sql("select * from task where id = :id for update")
            .param("id", id.value())
            .query(TaskTable::task)
            .optional();
    if (found.isEmpty()) {
      return new Completion.Withdrawn(id);
    }
    Task task = found.get();
    return switch (task.state()) {
      case DONE ->
          new Completion.AlreadyDone(id, task.doneBy().orElse("?"), task.doneAt().orElseThrow());
      case CANCELLED -> new Completion.Withdrawn(id);
      case HELD -> new Completion.HeldBack(id);
      case READY -> new Completion.Done(task);
      case CLAIMED -> {
        Instant until = task.leaseUntil().orElseThrow();
        String holder = task.claimedBy().orElseThrow();
        yield holder.equals(by.name()) || until.isBefore(clock.instant())
            ? new Completion.Done(task)
            : new Completion.InOtherHands(id, holder, until);
      }
    };
  }

  @Override
  public Completion complete(TaskId id, Actor by) {
    Completion checked = check(id, by);
    if (checked instanceof Completion.Done) {
      Task done =
          update(
              id,
              "state = 'DONE', done_by = :by, done_at = :now",
              Map.of("by", by.name(), "now", now()));
      announce(done);
      return new Completion.Done(done);
    }
    return checked;
  }

  @Override
  public void finish(TaskKind kind, String subject, Actor by) {
    jdbc.sql(
            "update task set state = 'DONE', done_by = :by, done_at = :now"
                + " where kind = :kind and subject = :subject and "
                + OPEN
                + " returning *")
        .param("by", by.name())
        .param("now", now())
        .param("kind", kind.name())
        .param("subject", subject)
        .query(TaskTable::task)
        .list()
        .forEach(this::announce);
  }

  @Override
  public void hold(TaskKind kind, String subject) {
    change(
        kind, subject, "state = 'HELD', claimed_by = null, lease_until = null", "state <> 'HELD'");
  }

  @Override
  public void release(TaskKind kind, String subject) {
    change(kind, subject, "state = 'READY'", "state = 'HELD'");
  }

  @Override
  public void cancel(TaskKind kind, String subject) {
    change(kind, subject, "state = 'CANCELLED'", "true");
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Task> list(ListQuery query) {
    var where = new StringBuilder(" from task where true");
    Map<String, Object> values = new HashMap<>();
    for (String field : List.of("station", "kind", "state", "subject")) {
      query
          .filter(field)
          .ifPresent(
              value -> {
                where.append(" and ").append(field).append(" = :").append(field);
                values.put(field, value);
              });
    }
    long total = jdbc.sql("select count(*)" + where).params(values).query(Long.class).single();
    List<Task> items =
        jdbc.sql("select *" + where + query.orderAndLimit(Map.of("id", "id"), "id"))
            .params(values)
            .query(TaskTable::task)
            .list();
    return new Page<>(items, total, query.page(), query.size());
  }

  private void change(TaskKind kind, String subject, String set, String condition) {
    jdbc.sql(
            "update task set %s where kind = :kind and subject = :subject and %s and %s returning *"
                .formatted(set, OPEN, condition))
        .param("kind", kind.name())
        .param("subject", subject)
        .query(TaskTable::task)
        .list()
        .forEach(this::announce);
  }

  private Task update(TaskId id, String set, Map<String, Object> values) {
    return jdbc.sql("update task set " + set + " where id = :id returning *")
        .params(values)
        .param("id", id.value())
        .query(TaskTable::task)
        .single();
  }

  private void announce(Task task) {
    events.publishEvent(
        new TaskChanged(
            task.id(), task.kind(), task.station(), task.subject(), task.state(), clock.instant()));
  }

  private Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Task task(ResultSet rs, int row) throws SQLException {
    return new Task(
        new TaskId(rs.getLong("id")),
        TaskKind.valueOf(rs.getString("kind")),
        rs.getString("station"),
        rs.getString("subject"),
        rs.getInt("priority"),
        TaskState.valueOf(rs.getString("state")),
        Objects.requireNonNull(rs.getTimestamp("opened_at")).toInstant(),
        Optional.ofNullable(rs.getString("claimed_by")),
        instant(rs.getTimestamp("lease_until")),
        instant(rs.getTimestamp("started_at")),
        Optional.ofNullable(rs.getString("done_by")),
        instant(rs.getTimestamp("done_at")));
  }

  private static Optional<Instant> instant(@Nullable Timestamp at) {
    return Optional.ofNullable(at).map(Timestamp::toInstant);
  }
}
