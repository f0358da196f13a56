package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.inventory.DepartOutcome;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadChecked;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.LoadingStarted;
import dev.aisle.wms.shipment.ParcelLeft;
import dev.aisle.wms.shipment.ParcelStaged;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.shipment.ShipmentMismatch;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.storage.BringOutcome;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stages parcels and lets exactly the expected one leave. */
@Service
@Transactional
class ShippingDesk implements Shipments {
  private static final int PRIORITY = 10;
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final ShipmentTable shipments;
  private final LoadTable loads;
  private final Storage storage;
  private final Ledger ledger;
  private final Units units;
  private final Orders orders;
  private final Tasks tasks;
  private final Stations stations;
  private final Deviations deviations;
  private final int parcelsPerTruck;
  private final FloorLock floor;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ShippingDesk(
      ShipmentTable shipments,
      LoadTable loads,
      Storage storage,
      Ledger ledger,
      Units units,
      Orders orders,
      Tasks tasks,
      Stations stations,
      Deviations deviations,
      ObjectProvider<Policies> policies,
      FloorLock floor,
      Clock clock,
      ApplicationEventPublisher events) {
    this.shipments = shipments;
    this.loads = loads;
    this.storage = storage;
    this.ledger = ledger;
    this.units = units;
    this.orders = orders;
    this.tasks = tasks;
    this.stations = stations;
    this.deviations = deviations;
    this.parcelsPerTruck = policies.getIfAvailable(() -> Policies.DEFAULTS).parcelsPerTruck();
    this.floor = floor;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void plan() {
    floor.take();
    loads
        .onNoPapers()
        .forEach(s -> loads.join(s.parcel(), s.dock().orElseThrow(), clock.instant()));
    List<LocationId> docks =
        stations.doing(TaskKind.LOAD).stream().flatMap(s -> s.positions().stream()).toList();
    for (Shipment shipment : shipments.waiting(clock.instant())) {
      Optional<LocationId> dock =
          ledger.withRoom(docks).stream()
              .filter(d -> shipments.expectedAt(d).isEmpty() && loads.takesMore(d, parcelsPerTruck))
              .findFirst();
      if (dock.isEmpty()) {
        return;
      }
      if (storage.bring(shipment.parcel(), dock.get(), Purpose.STAGE)
          instanceof BringOutcome.Started) {
        shipments.staging(shipment.parcel(), dock.get());
        loads.join(shipment.parcel(), dock.get(), clock.instant());
        tellWhenFull(dock.get());
      }
    }
  }

  /** What does not fit any more waits until a person lets the truck go. */
  private void tellWhenFull(LocationId dock) {
    loads
        .openAt(dock)
        .filter(load -> load.parcels().size() >= parcelsPerTruck)
        .ifPresent(
            load ->
                deviations.open(
                    DeviationKind.TRUCK_FULL,
                    load.id().toString(),
                    Optional.of(dock),
                    Map.of("parcels", Integer.toString(load.parcels().size()))));
  }

  void packed(Sscc parcel, OrderId order, Instant at) {
    floor.take();
    shipments.packed(parcel, order, at);
    plan();
  }

  void delivered(Sscc parcel, LocationId at, Instant when) {
    floor.take();
    Optional<Shipment> found =
        shipments.find(parcel).filter(s -> s.state() == Shipment.State.STAGING);
    if (found.isEmpty()) {
      return;
    }
    deviations.settle(DeviationKind.TRANSPORT_FAILED, parcel.digits(), Actor.SYSTEM, "delivered");
    if (!found.get().dock().equals(Optional.of(at))) {
      shipments.packedAgain(parcel, clock.instant());
      plan();
      return;
    }
    shipments.staged(parcel, when);
    stations
        .at(at, TaskKind.LOAD)
        .ifPresent(s -> tasks.open(TaskKind.LOAD, s.id(), parcel.digits(), PRIORITY));
    events.publishEvent(new ParcelStaged(parcel, found.get().order(), at, when));
  }

  /** No vehicle brings it; it is tried again a little later. */
  void comesNoMore(Sscc parcel) {
    floor.take();
    if (shipments.find(parcel).filter(s -> s.state() == Shipment.State.STAGING).isPresent()) {
      shipments.packedAgain(parcel, clock.instant().plus(PAUSE));
    }
  }

  /** The portal saw a unit going out. */
  void seenLeaving(Sscc unit, LocationId dock, String readPoint, Instant at) {
    floor.take();
    Optional<Shipment> seen = shipments.find(unit);
    if (seen.isPresent() && seen.get().state() == Shipment.State.LEFT) {
      return;
    }
    Optional<Shipment> expected = shipments.expectedAt(dock);
    if (expected.filter(e -> e.parcel().equals(unit)).isPresent() && standsAt(unit, dock)) {
      leave(expected.get(), dock, Evidence.rfid(readPoint), at, new Actor(readPoint));
      return;
    }
    mismatch(dock, unit, expected, readPoint);
  }

  private void mismatch(LocationId dock, Sscc seen, Optional<Shipment> expected, String readPoint) {
    loads
        .openAt(dock)
        .filter(load -> load.parcels().stream().noneMatch(one -> one.sscc().equals(seen)))
        .ifPresent(load -> tooMuch(load, tagOf(seen), Optional.of(seen), readPoint));
    deviations.open(
        DeviationKind.SHIPMENT_MISMATCH,
        seen.digits(),
        Optional.of(dock),
        Map.of(
            "readPoint", readPoint, "expected", expected.map(e -> e.parcel().digits()).orElse("")));
    expected.ifPresent(e -> tasks.hold(TaskKind.LOAD, e.parcel().digits()));
    events.publishEvent(
        new ShipmentMismatch(dock, seen, expected.map(Shipment::parcel), clock.instant()));
  }

  private String tagOf(Sscc unit) {
    return units.find(unit).flatMap(HandlingUnit::tag).map(Epc::hex).orElse(unit.digits());
  }

  private void tooMuch(Load load, String tag, Optional<Sscc> unit, String readPoint) {
    Instant now = clock.instant();
    loads.extra(load.id(), tag, unit, readPoint, now);
    tellAbout(load.id(), now);
  }

  private void tellAbout(LoadId id, Instant at) {
    Load now = loads.find(id).orElseThrow();
    events.publishEvent(
        new LoadChecked(id, now.dock(), now.missing().size(), now.surplus().size(), at));
  }

  /** The portal saw a tag going out that no unit of ours carries. */
  void strangerLeaving(Epc tag, LocationId dock, String readPoint) {
    floor.take();
    loads.openAt(dock).ifPresent(load -> tooMuch(load, tag.hex(), Optional.empty(), readPoint));
  }

  /** What should not have left was brought back in. */
  void backIn(Sscc unit, LocationId dock, String readPoint) {
    floor.take();
    Instant now = clock.instant();
    loads
        .openAt(dock)
        .filter(
            load -> loads.settleUnit(load.id(), unit, new Actor(readPoint), "brought back", now))
        .ifPresent(load -> tellAbout(load.id(), now));
  }

  /** It passed, but which way nobody knows; a person scans it if it has left. */
  void passedSomehow(Sscc unit, LocationId dock, String readPoint, String direction) {
    floor.take();
    if (shipments.find(unit).filter(s -> s.state() == Shipment.State.LEFT).isEmpty()) {
      deviations.open(
          DeviationKind.WRONG_DIRECTION,
          unit.digits(),
          Optional.of(dock),
          Map.of("readPoint", readPoint, "direction", direction));
    }
  }

  private boolean standsAt(Sscc unit, LocationId dock) {
    return units.find(unit).flatMap(HandlingUnit::place).equals(Optional.of(dock));
  }

  private void leave(Shipment shipment, LocationId dock, Evidence evidence, Instant at, Actor by) {
    Sscc parcel = shipment.parcel();
    Order order = orders.find(shipment.order()).orElseThrow();
    Occasion occasion = new Occasion(Reason.of("ship"), evidence, at, by, order.id().value());
    DepartOutcome outcome = ledger.depart(parcel, order.customer(), "ship:" + parcel, occasion);
    if (outcome instanceof DepartOutcome.Refused refused) {
      throw new IllegalStateException("a packed parcel holds reserved goods: " + refused);
    }
    shipments.left(parcel, dock, at);
    loads.loaded(parcel, by);
    loads
        .openAt(dock)
        .ifPresent(load -> loads.settleUnit(load.id(), parcel, by, "on the papers", at));
    tasks.finish(TaskKind.LOAD, parcel.digits(), by);
    for (DeviationKind kind :
        List.of(DeviationKind.WRONG_DIRECTION, DeviationKind.SHIPMENT_MISMATCH)) {
      deviations.settle(kind, parcel.digits(), by, "left as expected");
    }
    events.publishEvent(new ParcelLeft(parcel, order.id(), dock, at));
    plan();
  }

  @Override
  public LoadOutcome startLoading(TaskId id, Actor by) {
    floor.take();
    Optional<LoadOutcome> refused = refused(id, tasks.check(id, by));
    Optional<Shipment> work = loadWork(id);
    if (refused.isPresent() || work.isEmpty()) {
      return refused.orElseGet(() -> new LoadOutcome.Withdrawn(id));
    }
    tasks.start(id, by);
    LocationId dock = work.get().dock().orElseThrow();
    events.publishEvent(new LoadingStarted(dock, work.get().parcel(), clock.instant()));
    return new LoadOutcome.Started(dock, work.get().parcel());
  }

  @Override
  public LoadOutcome confirmLoad(TaskId id, Actor by, Optional<String> code) {
    floor.take();
    Optional<LoadOutcome> refused = refused(id, tasks.check(id, by));
    Optional<Shipment> work = loadWork(id);
    if (refused.isPresent() || work.isEmpty()) {
      return refused.orElseGet(() -> new LoadOutcome.Withdrawn(id));
    }
    Sscc parcel = work.get().parcel();
    LocationId dock = work.get().dock().orElseThrow();
    if (code.isEmpty()) {
      deviations.open(
          DeviationKind.SHIPMENT_MISMATCH,
          parcel.digits(),
          Optional.of(dock),
          Map.of("missing", parcel.digits(), "saidBy", by.name()));
      return new LoadOutcome.NotSeenLeaving(parcel);
    }
    if (!code.get().replaceAll("[^0-9]", "").endsWith(parcel.digits())) {
      return new LoadOutcome.WrongCode(code.get(), parcel.digits());
    }
    if (!standsAt(parcel, dock)) {
      return new LoadOutcome.NotHere(parcel);
    }
    leave(work.get(), dock, Evidence.scan(code.get()), clock.instant(), by);
    return new LoadOutcome.Left(parcel);
  }

  /** Its number was scanned on the truck. */
  LoadOutcome scannedOnTruck(Sscc parcel, Actor by, String code) {
    Shipment shipment = shipments.find(parcel).orElseThrow();
    Optional<LocationId> dock = shipment.dock();
    if (shipment.state() == Shipment.State.LEFT) {
      return new LoadOutcome.Left(parcel);
    }
    if (dock.isEmpty() || !standsAt(parcel, dock.get())) {
      return new LoadOutcome.NotHere(parcel);
    }
    leave(shipment, dock.get(), Evidence.scan(code), clock.instant(), by);
    return new LoadOutcome.Left(parcel);
  }

  private static Optional<LoadOutcome> refused(TaskId id, Completion completion) {
    return switch (completion) {
      case Completion.Done(Task task) when task.kind() == TaskKind.LOAD -> Optional.empty();
      case Completion.Done done -> Optional.of(new LoadOutcome.Withdrawn(id));
      case Completion.AlreadyDone done ->
          Optional.of(new LoadOutcome.AlreadyDone(id, done.by(), done.at()));
      case Completion.InOtherHands other ->
          Optional.of(new LoadOutcome.InOtherHands(id, other.by(), other.until()));
      case Completion.HeldBack held -> Optional.of(new LoadOutcome.Held(id));
      case Completion.Withdrawn gone -> Optional.of(new LoadOutcome.Withdrawn(id));
    };
  }

  @Override
  public boolean releaseHold(LocationId dock, Actor by, String note) {
    floor.take();
    loads
        .openAt(dock)
        .filter(load -> loads.settle(load.id(), Optional.empty(), by, note, clock.instant()))
        .ifPresent(load -> tellAbout(load.id(), clock.instant()));
    return goOn(dock);
  }

  /** A person has looked: the parcel at the dock may be loaded. */
  boolean goOn(LocationId dock) {
    Optional<Shipment> expected = shipments.expectedAt(dock);
    expected.ifPresent(e -> tasks.release(TaskKind.LOAD, e.parcel().digits()));
    return expected.isPresent();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Shipment> find(Sscc parcel) {
    return shipments.find(parcel);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Shipment> loadWork(TaskId id) {
    return tasks
        .find(id)
        .filter(task -> task.kind() == TaskKind.LOAD)
        .flatMap(task -> shipments.find(new Sscc(task.subject())));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Shipment> of(OrderId order) {
    return shipments.of(order);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Shipment> open() {
    return shipments.open();
  }
}
