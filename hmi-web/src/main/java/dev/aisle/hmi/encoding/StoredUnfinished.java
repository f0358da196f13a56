package dev.aisle.hmi.encoding;

import dev.aisle.device.rfid.encoding.UnfinishedWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Begun writes in the database, so that a tag is finished also after the program was killed. One
 * that was finished stays until it is on the record, or until nothing was written after all.
 */
@Repository
class StoredUnfinished implements UnfinishedWrites {
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Bounded by the readers that write at the same time. */
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  StoredUnfinished(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void begun(String tid, Begun write) {
    settled.remove(tid);
    jdbc.sql(
            """
            insert into tag_unfinished (tid, before_epc, wanted_epc, at) values (?, ?, ?, ?)
            on conflict (tid) do update set wanted_epc = excluded.wanted_epc
            """)
        .params(tid, write.before(), write.wanted(), Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public Optional<Begun> of(String tid) {
    return jdbc.sql("select before_epc, wanted_epc from tag_unfinished where tid = ?")
        .param(tid)
        .query((row, number) -> new Begun(row.getString(1), row.getString(2)))
        .optional();
  }

  @Override
  public void finished(String tid) {
    settled.add(tid);
  }

  /** After an attempt that came to nothing: what was not even touched is forgotten. */
  void forgetUntouched(String tid) {
    if (settled.remove(tid)) {
      jdbc.sql("delete from tag_unfinished where tid = ?").param(tid).update();
    }
  }

  /** It is on the record. */
  void recorded(String tid) {
    settled.remove(tid);
  }
}
