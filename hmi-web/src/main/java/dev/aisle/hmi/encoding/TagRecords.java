package dev.aisle.hmi.encoding;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.TagBinding;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of written tags, and the numbers given out for them. */
@Repository
@Transactional
class TagRecords {
  private static final String COLUMNS =
      "id, at, by_whom, reader, antenna, tid, before_epc, epc, pc, writes, verified, locked, note";
  private static final Map<String, String> SORT =
      Map.of("at", "at", "by", "by_whom", "reader", "reader", "tid", "tid", "epc", "epc");

  private final JdbcClient jdbc;
  private final Units units;

  TagRecords(JdbcClient jdbc, Units units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  record Part(List<WrittenTag> tags, long total) {}

  /**
   * Keeps what was proven. The unit that the tag named before carries it no more. A tag with an
   * SSCC names its handling unit from now on, one that is not known yet is expected from now on.
   *
   * @return false when another living unit carries this EPC already
   */
  boolean keep(WrittenTag tag) {
    insert(tag);
    jdbc.sql("delete from tag_unfinished where tid = ?").param(tag.tid()).update();
    if (KeyCheck.isNumber(tag.number().serial())) {
      countOn(tag.number(), Long.parseLong(tag.number().serial()));
    }
    Epc epc = new Epc(tag.number().epcHex());
    if (!tag.before().isEmpty() && !tag.before().equals(epc.hex())) {
      units.tagOverwritten(new Epc(tag.before()), epc, new Actor(tag.by()));
    }
    if (!tag.number().scheme().equals(TagOrder.Kind.SSCC.name())) {
      return true;
    }
    Sscc sscc = new Sscc(tag.number().key());
    if (units.find(sscc).isEmpty()) {
      return units.byTag(epc).isEmpty()
          && units.announce(sscc, UnitType.PALLET, Optional.of(epc)).tag().isPresent();
    }
    return units.bindTag(sscc, epc) instanceof TagBinding.Bound;
  }

  private void insert(WrittenTag tag) {
    jdbc.sql(
            """
            insert into tag_encoding (at, by_whom, reader, antenna, tid, before_epc, epc, kind, key,
              serial, pc, writes, verified, locked, note)
            values (:at, :by, :reader, :antenna, :tid, :before, :epc, :kind, :key, :serial, :pc,
              :writes, :verified, :locked, :note)
            """)
        .param("at", Timestamp.from(tag.at()))
        .param("by", tag.by())
        .param("reader", tag.reader())
        .param("antenna", tag.antenna())
        .param("tid", tag.tid())
        .param("before", tag.before())
        .param("epc", tag.number().epcHex())
        .param("kind", tag.number().scheme())
        .param("key", tag.number().key())
        .param("serial", tag.number().serial())
        .param("pc", tag.pc())
        .param("writes", tag.writes())
        .param("verified", tag.verified())
        .param("locked", tag.locked())
        .param("note", Detail.written(tag.notes()))
        .update();
  }

  /** A serial that a person chose is not given out again. */
  private void countOn(TagNumber number, long serial) {
    jdbc.sql(
            """
            insert into tag_serial (kind, key, last) values (?, ?, ?)
            on conflict (kind, key) do update set last = greatest(tag_serial.last, excluded.last)
            """)
        .params(number.scheme(), number.key(), serial)
        .update();
  }

  /** A serial of this key that was never given out before, from 1. */
  long nextSerial(TagOrder.Kind kind, String key) {
    return jdbc.sql(
            """
            insert into tag_serial (kind, key, last) values (?, ?, 1)
            on conflict (kind, key) do update set last = tag_serial.last + 1
            returning last
            """)
        .params(kind.name(), key)
        .query(Long.class)
        .single();
  }

  Sscc nextSscc() {
    return units.nextSscc();
  }

  /** True when a living handling unit carries it. */
  @Transactional(readOnly = true)
  public boolean isCarried(String epcHex) {
    return units.byTag(new Epc(epcHex)).isPresent();
  }

  /** True when a tag was written with it, whichever. */
  @Transactional(readOnly = true)
  public boolean isWritten(String epcHex) {
    return jdbc.sql("select exists (select 1 from tag_encoding where epc = ?)")
        .param(epcHex)
        .query(Boolean.class)
        .single();
  }

  @Transactional(readOnly = true)
  public Part list(Optional<String> text, String sort, boolean ascending, int limit, int offset) {
    String where =
        " from tag_encoding where (:text = '' or strpos(lower(concat_ws(' ', tid, epc, key, serial,"
            + " by_whom, reader)), lower(:text)) > 0)";
    List<WrittenTag> tags =
        jdbc.sql(
                "select %s%s order by %s %s, id desc limit :limit offset :offset"
                    .formatted(
                        COLUMNS, where, SORT.getOrDefault(sort, "at"), ascending ? "asc" : "desc"))
            .param("text", text.orElse(""))
            .param("limit", limit)
            .param("offset", offset)
            .query(TagRecords::tag)
            .list();
    long total =
        jdbc.sql("select count(*)" + where)
            .param("text", text.orElse(""))
            .query(Long.class)
            .single();
    return new Part(tags, total);
  }

  private static WrittenTag tag(ResultSet row, int number) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    return new WrittenTag(
        row.getLong("id"),
        at,
        row.getString("by_whom"),
        row.getString("reader"),
        row.getInt("antenna"),
        row.getString("tid"),
        row.getString("before_epc"),
        TagNumber.of(row.getString("epc")),
        row.getInt("pc"),
        row.getInt("writes"),
        row.getBoolean("verified"),
        row.getBoolean("locked"),
        Detail.read(row.getString("note")));
  }
}
