package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.PackWork;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.PickWork;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions around planning, picking and packing. */
@Service
@Transactional
class PickStations implements Outbound {
  private final StationPlan plan;
  private final PickDesk picking;
  private final PackDesk packing;
  private final PositionWatch watch;
  private final PickTable picks;
  private final PositionTable positions;
  private final Tasks tasks;
  private final FloorLock floor;

  PickStations(
      StationPlan plan,
      PickDesk picking,
      PackDesk packing,
      PositionWatch watch,
      PickTable picks,
      PositionTable positions,
      Tasks tasks,
      FloorLock floor) {
    this.plan = plan;
    this.picking = picking;
    this.packing = packing;
    this.watch = watch;
    this.picks = picks;
    this.positions = positions;
    this.tasks = tasks;
    this.floor = floor;
  }

  @Override
  public void plan() {
    plan.run();
  }

  @Override
  public PickOutcome confirmPick(TaskId task, Actor by, Quantity quantity, Optional<String> code) {
    return picking.confirm(task, by, quantity, code);
  }

  @Override
  public PickOutcome shortPick(TaskId task, Actor by, Quantity picked, String reason) {
    return picking.pickShort(task, by, picked, reason);
  }

  @Override
  public PickOutcome confirmUnit(LocationId position, String code, Actor by) {
    floor.take();
    PickOutcome outcome = watch.scanned(position, code, by);
    plan.run();
    return outcome;
  }

  @Override
  public PickOutcome releaseHold(LocationId position, Actor by, String note) {
    floor.take();
    PickOutcome outcome = watch.released(position, by, note);
    plan.run();
    return outcome;
  }

  @Override
  public PackOutcome pack(TaskId task, Actor by) {
    return packing.pack(task, by);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PickWork> pickWork(TaskId id) {
    return tasks
        .find(id)
        .filter(task -> task.kind() == TaskKind.PICK)
        .flatMap(task -> picks.pick(Long.parseLong(task.subject())))
        .flatMap(pick -> positions.of(pick.unit()).map(here -> work(id, pick, here)));
  }

  private PickWork work(TaskId id, Pick pick, UnitAtPosition here) {
    return new PickWork(
        id,
        pick,
        here.position(),
        here.confirmedBy(),
        here.held(),
        picks.parcel(pick.order()).orElseThrow().sscc());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PackWork> packWork(TaskId id) {
    Optional<Task> task = tasks.find(id).filter(t -> t.kind() == TaskKind.PACK);
    return task.map(packing::work);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Parcel> parcelsOf(OrderId order) {
    return picks.parcel(order).stream().toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Parcel> parcel(Sscc sscc) {
    return picks.parcel(sscc);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Label> label(Sscc parcel) {
    return picks.label(parcel);
  }

  @Override
  @Transactional(readOnly = true)
  public List<UnitAtPosition> positions() {
    return positions.all();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Pick> picksFrom(Sscc unit) {
    return picks.from(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Pick> picksFor(OrderId order) {
    return picks.of(order);
  }
}
