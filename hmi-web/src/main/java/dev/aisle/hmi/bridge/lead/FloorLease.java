package dev.aisle.hmi.bridge.lead;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The lease of the floor in the database. All times are the database's own clock, so that nodes
 * need not agree about theirs.
 */
@Component
public class FloorLease {
  private static final String FLOOR = "floor";

  private final JdbcTemplate jdbc;

  /**
   * @param holder the node, see {@link NodeName}
   * @param address where people reach its pages
   * @param fence larger than that of every lease before
   */
  public record Held(String holder, String address, long fence, boolean valid) {}

  public FloorLease(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the lease if nobody holds it, or if this node held it last.
   *
   * @return the fencing number, empty while another node holds it
   */
  public Optional<Long> take(String holder, String address, Duration validity) {
    List<Long> fence =
        jdbc.queryForList(
            """
            insert into floor_lease as l (name, holder, address, fence, since, valid_until)
            values (?, ?, ?, 1, clock_timestamp(), clock_timestamp() + ? * interval '1 ms')
            on conflict (name) do update
            set holder = excluded.holder, address = excluded.address, fence = l.fence + 1,
                since = clock_timestamp(), valid_until = excluded.valid_until
            where l.valid_until < clock_timestamp() or l.holder = excluded.holder
            returning fence
            """,
            Long.class,
            FLOOR,
            holder,
            address,
            validity.toMillis());
    return fence.stream().findFirst();
  }

  /** Makes the lease last longer. False if it has changed hands. */
  boolean renew(long fence, String address, Duration validity) {
    return jdbc.update(
            """
            update floor_lease
            set valid_until = clock_timestamp() + ? * interval '1 ms', address = ?
            where name = ? and fence = ?
            """,
            validity.toMillis(),
            address,
            FLOOR,
            fence)
        == 1;
  }

  /** Lets another node take it at once. */
  void release(long fence) {
    jdbc.update(
        "update floor_lease set valid_until = clock_timestamp() - interval '1 ms'"
            + " where name = ? and fence = ?",
        FLOOR,
        fence);
  }

  /**
   * To be called in the transaction that writes: the lease cannot change hands before it ends.
   *
   * @throws LeadLost if another node has taken the lease since
   */
  public void require(long fence) {
    List<Long> held =
        jdbc.queryForList(
            "select fence from floor_lease where name = ? and fence = ? for share",
            Long.class,
            FLOOR,
            fence);
    if (held.isEmpty()) {
      throw new LeadLost(fence);
    }
  }

  /** Who holds it, or held it last. */
  Optional<Held> read() {
    return jdbc
        .query(
            "select holder, address, fence, valid_until >= clock_timestamp()"
                + " from floor_lease where name = ?",
            (row, n) ->
                new Held(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)),
            FLOOR)
        .stream()
        .findFirst();
  }
}
