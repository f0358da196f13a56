package dev.aisle.wms.unit.internal;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.FormerTag;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.TagBinding;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handling units in the database. Written in SQL because vehicles, readers and people contend for
 * the same row, and a cached entity would be a second opinion on where a unit stands.
 */
@Service
@Transactional(readOnly = true)
class StoredUnits implements Units {
  private static final String SELECT = "select sscc, type, state, place, tag from handling_unit ";

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredUnits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Sscc nextSscc() {
    long serial = jdbc.sql("select nextval('sscc_serial')").query(Long.class).single();
    return Sscc.of(0, COMPANY_PREFIX, serial);
  }

  @Override
  @Transactional
  public HandlingUnit announce(Sscc sscc, UnitType type, Optional<Epc> tag) {
    insert(sscc, type, UnitState.ANNOUNCED, tag);
    return require(sscc);
  }

  @Override
  @Transactional
  public HandlingUnit open(Sscc sscc, UnitType type) {
    if (insert(sscc, type, UnitState.OPEN, Optional.empty()) == 0) {
      throw new IllegalStateException("handling unit %s exists already".formatted(sscc));
    }
    return require(sscc);
  }

  private int insert(Sscc sscc, UnitType type, UnitState state, Optional<Epc> tag) {
    return jdbc.sql(
            """
            insert into handling_unit (sscc, type, state, tag, created_at)
            values (:sscc, :type, :state, :tag, :now)
            on conflict (sscc) do nothing
            """)
        .param("sscc", sscc.digits())
        .param("type", type.name())
        .param("state", state.name())
        .param("tag", tag.map(Epc::hex).orElse(null))
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  @Override
  public Optional<HandlingUnit> find(Sscc sscc) {
    return jdbc.sql(SELECT + "where sscc = ?")
        .param(sscc.digits())
        .query(StoredUnits::unit)
        .optional();
  }

  @Override
  public HandlingUnit require(Sscc sscc) {
    return find(sscc).orElseThrow(() -> unknown(sscc));
  }

  @Override
  @Transactional
  public HandlingUnit lock(Sscc sscc) {
    return jdbc.sql(SELECT + "where sscc = ? for no key update")
        .param(sscc.digits())
        .query(StoredUnits::unit)
        .optional()
        .orElseThrow(() -> unknown(sscc));
  }

  @Override
  public Optional<HandlingUnit> byTag(Epc tag) {
    return jdbc.sql(SELECT + "where tag = ? and state in ('ANNOUNCED', 'OPEN', 'CLOSED')")
        .param(tag.hex())
        .query(StoredUnits::unit)
        .optional();
  }

  @Override
  public Optional<HandlingUnit> lastByTag(Epc tag) {
    return jdbc.sql(SELECT + "where tag = ? order by created_at desc, sscc desc limit 1")
        .param(tag.hex())
        .query(StoredUnits::unit)
        .optional();
  }

  @Override
  @Transactional
  public TagBinding bindTag(Sscc sscc, Epc tag) {
    lock(sscc);
    Optional<HandlingUnit> carrier = byTag(tag);
    if (carrier.isPresent() && !carrier.get().sscc().equals(sscc)) {
      return new TagBinding.InUse(tag, carrier.get().sscc());
    }
    jdbc.sql("update handling_unit set tag = ? where sscc = ?")
        .params(tag.hex(), sscc.digits())
        .update();
    return new TagBinding.Bound(sscc, tag);
  }

  @Override
  @Transactional
  public Optional<Sscc> tagOverwritten(Epc before, Epc now, Actor by) {
    return jdbc.sql(
            """
            with freed as (
              update handling_unit set tag = null
              where tag = :before and state in ('ANNOUNCED', 'OPEN', 'CLOSED')
              returning sscc)
            insert into former_tag (unit, tag, until, by_whom, now_is)
            select sscc, :before, :until, :by, :now from freed
            returning unit
            """)
        .param("before", before.hex())
        .param("until", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("by", by.name())
        .param("now", now.hex())
        .query(String.class)
        .optional()
        .map(Sscc::new);
  }

  @Override
  public List<FormerTag> formerTags(Sscc sscc) {
    return jdbc.sql("select tag, until, by_whom, now_is from former_tag where unit = ? order by id")
        .param(sscc.digits())
        .query(
            (row, number) ->
                new FormerTag(
                    sscc,
                    new Epc(row.getString("tag")),
                    row.getObject("until", OffsetDateTime.class).toInstant(),
                    new Actor(row.getString("by_whom")),
                    new Epc(row.getString("now_is"))))
        .list();
  }

  @Override
  public List<HandlingUnit> at(LocationId place) {
    return jdbc.sql(SELECT + "where place = ? order by sscc")
        .param(place.value())
        .query(StoredUnits::unit)
        .list();
  }

  @Override
  public List<HandlingUnit> placed() {
    return jdbc.sql(SELECT + "where place is not null order by sscc")
        .query(StoredUnits::unit)
        .list();
  }

  @Override
  @Transactional
  public void become(Sscc sscc, UnitState next) {
    UnitState now = lock(sscc).state();
    if (now == next) {
      return;
    }
    if (!now.mayBecome(next)) {
      throw new IllegalStateException(
          "handling unit %s is %s and cannot become %s".formatted(sscc, now, next));
    }
    jdbc.sql("update handling_unit set state = ? where sscc = ?")
        .params(next.name(), sscc.digits())
        .update();
  }

  @Override
  @Transactional
  public void stand(Sscc sscc, Optional<LocationId> place) {
    jdbc.sql("update handling_unit set place = :place where sscc = :sscc")
        .param("place", place.map(LocationId::value).orElse(null))
        .param("sscc", sscc.digits())
        .update();
  }

  private static NoSuchElementException unknown(Sscc sscc) {
    return new NoSuchElementException("no handling unit " + sscc);
  }

  private static HandlingUnit unit(ResultSet row, int number) throws SQLException {
    return new HandlingUnit(
        new Sscc(row.getString("sscc")),
        UnitType.valueOf(row.getString("type")),
        UnitState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("place")).map(LocationId::new),
        Optional.ofNullable(row.getString("tag")).map(Epc::new));
  }
}
