package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.MoveOutcome;
import dev.aisle.wms.inventory.MoveProgress;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.PlaceOutcome;
import dev.aisle.wms.inventory.UnitStep;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where handling units stand and where they go. The unit is locked first, then its places. */
@Component
class UnitMoves {
  private static final String SELECT =
      """
      select id, sscc, from_location, to_location, purpose, state, vehicle, reserved_at,
             started_at, ended_at
      from unit_move
      """;

  private final JdbcClient jdbc;
  private final Units units;
  private final PlaceLoads loads;
  private final Clock clock;

  UnitMoves(JdbcClient jdbc, Units units, PlaceLoads loads, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.loads = loads;
    this.clock = clock;
  }

  MoveOutcome reserve(Sscc sscc, LocationId to, String purpose) {
    HandlingUnit unit = units.lock(sscc);
    Optional<Move> open = openMove(sscc);
    if (open.isPresent()) {
      return new MoveOutcome.AlreadyMoving(open.get().id());
    }
    if (unit.place().isEmpty() || unit.place().get().equals(to)) {
      return new MoveOutcome.NothingToMove(sscc);
    }
    if (!loads.lock(List.of(to)).values().iterator().next().hasRoom()) {
      return new MoveOutcome.DestinationFull(to);
    }
    loads.change(to, 0, 1);
    long id =
        jdbc.sql(
                """
                insert into unit_move
                  (sscc, from_location, to_location, purpose, state, reserved_at)
                values (?, ?, ?, ?, 'RESERVED', ?) returning id
                """)
            .params(
                sscc.digits(),
                unit.place().get().value(),
                to.value(),
                purpose,
                Rows.utc(clock.instant()))
            .query(Long.class)
            .single();
    return new MoveOutcome.Reserved(new MoveId(id));
  }

  MoveProgress redirect(MoveId id, LocationId to) {
    units.lock(require(id).unit());
    Move move = require(id);
    if (!move.state().open() || move.to().equals(to)) {
      return new MoveProgress.AlreadyDone(id, move.state());
    }
    PlaceLoads.Load load = loads.lock(List.of(move.to(), to)).get(to);
    if (load == null || !load.hasRoom()) {
      return new MoveProgress.NoRoom(id, to);
    }
    loads.change(move.to(), 0, -1);
    loads.change(to, 0, 1);
    jdbc.sql("update unit_move set to_location = ? where id = ?")
        .params(to.value(), id.number())
        .update();
    return new MoveProgress.Done(id);
  }

  MoveProgress start(MoveId id, LocationId vehicle, Occasion occasion) {
    HandlingUnit unit = units.lock(require(id).unit());
    Move move = require(id);
    if (move.state() != Move.State.RESERVED) {
      return new MoveProgress.AlreadyDone(id, move.state());
    }
    step(unit, Optional.of(vehicle), Optional.of(id), occasion);
    jdbc.sql("update unit_move set state = 'STARTED', vehicle = ?, started_at = ? where id = ?")
        .params(vehicle.value(), Rows.utc(occasion.at()), id.number())
        .update();
    return new MoveProgress.Done(id);
  }

  MoveProgress post(MoveId id, LocationId at, Occasion occasion) {
    HandlingUnit unit = units.lock(require(id).unit());
    Move move = require(id);
    if (!move.state().open()) {
      return new MoveProgress.AlreadyDone(id, move.state());
    }
    List<LocationId> places = new ArrayList<>(List.of(move.to(), at));
    unit.place().ifPresent(places::add);
    PlaceLoads.Load load = loads.lock(places).get(at);
    if (!at.equals(move.to()) && load != null && !load.hasRoom()) {
      return new MoveProgress.NoRoom(id, at);
    }
    loads.change(move.to(), 0, -1);
    step(unit, Optional.of(at), Optional.of(id), occasion);
    end(id, Move.State.POSTED, Optional.of(at), "");
    return new MoveProgress.Done(id);
  }

  MoveProgress cancel(MoveId id, Reason reason) {
    units.lock(require(id).unit());
    Move move = require(id);
    if (!move.state().open()) {
      return new MoveProgress.AlreadyDone(id, move.state());
    }
    loads.lock(List.of(move.to()));
    loads.change(move.to(), 0, -1);
    end(id, Move.State.VOID, Optional.empty(), reason.code());
    return new MoveProgress.Done(id);
  }

  PlaceOutcome place(Sscc sscc, LocationId at, Occasion occasion) {
    HandlingUnit unit = units.lock(sscc);
    Optional<Move> open = openMove(sscc);
    if (open.isPresent()) {
      return new PlaceOutcome.Moving(open.get().id());
    }
    if (unit.place().filter(at::equals).isPresent()) {
      return new PlaceOutcome.AlreadyThere(sscc, at);
    }
    List<LocationId> places = new ArrayList<>(List.of(at));
    unit.place().ifPresent(places::add);
    PlaceLoads.Load load = loads.lock(places).get(at);
    if (load != null && !load.hasRoom()) {
      return new PlaceOutcome.Full(at);
    }
    if (unit.state() == UnitState.ANNOUNCED) {
      units.become(sscc, UnitState.OPEN);
    }
    step(unit, Optional.of(at), Optional.empty(), occasion);
    return new PlaceOutcome.Placed(sscc, at);
  }

  /** The unit leaves the floor; what it was on its way to is void. */
  void leave(HandlingUnit unit, UnitState end, Occasion occasion) {
    openMove(unit.sscc()).ifPresent(move -> cancel(move.id(), occasion.reason()));
    if (unit.place().isPresent()) {
      step(unit, Optional.empty(), Optional.empty(), occasion);
    }
    units.become(unit.sscc(), end);
  }

  Optional<Move> find(MoveId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.number())
        .query((row, number) -> Rows.move(row))
        .optional();
  }

  Optional<Move> openMove(Sscc unit) {
    return jdbc.sql(SELECT + "where sscc = ? and state in ('RESERVED', 'STARTED')")
        .param(unit.digits())
        .query((row, number) -> Rows.move(row))
        .optional();
  }

  List<Move> of(Sscc unit) {
    return jdbc.sql(SELECT + "where sscc = ? order by id")
        .param(unit.digits())
        .query((row, number) -> Rows.move(row))
        .list();
  }

  List<UnitStep> steps(Sscc unit) {
    return jdbc.sql("select * from unit_step where sscc = ? order by id")
        .param(unit.digits())
        .query(
            (row, number) -> {
              long move = row.getLong("move_id");
              return new UnitStep(
                  row.getLong("id"),
                  unit,
                  Rows.place(row, "from_location"),
                  Rows.place(row, "to_location"),
                  move == 0 ? Optional.<MoveId>empty() : Optional.of(new MoveId(move)),
                  Rows.occasion(row),
                  Rows.instant(row, "posted_at"));
            })
        .list();
  }

  private Move require(MoveId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no move " + id.number()));
  }

  private void step(
      HandlingUnit unit, Optional<LocationId> to, Optional<MoveId> move, Occasion occasion) {
    List<LocationId> places = new ArrayList<>();
    unit.place().ifPresent(places::add);
    to.ifPresent(places::add);
    loads.lock(places);
    unit.place().ifPresent(from -> loads.change(from, -1, 0));
    to.ifPresent(place -> loads.change(place, 1, 0));
    units.stand(unit.sscc(), to);
    jdbc.sql(
            """
            insert into unit_step (sscc, from_location, to_location, move_id, reason,
              document_ref, actor, evidence_kind, evidence_detail, event_time, posted_at)
            values (:sscc, :from, :to, :move, :reason,
              :documentRef, :actor, :evidenceKind, :evidenceDetail, :eventTime, :postedAt)
            """)
        .param("sscc", unit.sscc().digits())
        .param("from", unit.place().map(LocationId::value).orElse(null))
        .param("to", to.map(LocationId::value).orElse(null))
        .param("move", move.map(MoveId::number).orElse(null))
        .params(Rows.occasion(occasion, clock.instant()))
        .update();
  }

  private void end(MoveId id, Move.State state, Optional<LocationId> at, String reason) {
    jdbc.sql(
            """
            update unit_move set state = :state, ended_at = :now, ended_at_location = :at,
              void_reason = :reason
            where id = :id
            """)
        .param("state", state.name())
        .param("now", Rows.utc(clock.instant()))
        .param("at", at.map(LocationId::value).orElse(null))
        .param("reason", reason)
        .param("id", id.number())
        .update();
  }
}
