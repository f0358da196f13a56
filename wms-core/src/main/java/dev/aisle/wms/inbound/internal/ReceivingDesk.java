package dev.aisle.wms.inbound.internal;

import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceAnnounced;
import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceRow;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.AnnounceOutcome;
import dev.aisle.wms.inbound.ArriveOutcome;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.inbound.PalletState;
import dev.aisle.wms.inbound.ReceiptClosed;
import dev.aisle.wms.inbound.ReceiptOutcome;
import dev.aisle.wms.inbound.TruckArrived;
import dev.aisle.wms.inbound.UnloadingStarted;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything people and trucks do at the docks. */
@Service
@Transactional
class ReceivingDesk implements Inbound {
  private static final int PRIORITY = 10;

  /** GS1 Tag Data Standard: filter value 6 marks a unit load. */
  private static final int UNIT_LOAD = 6;

  private final AdviceTable advices;
  private final AdviceCheck check;
  private final Receiving receiving;
  private final Units units;
  private final Locations locations;
  private final Tasks tasks;
  private final Stations stations;
  private final Deviations deviations;
  private final FloorLock floor;
  private final PartyId owner;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ReceivingDesk(
      AdviceTable advices,
      AdviceCheck check,
      Receiving receiving,
      Units units,
      Locations locations,
      Tasks tasks,
      Stations stations,
      Deviations deviations,
      FloorLock floor,
      ObjectProvider<Policies> policies,
      Clock clock,
      ApplicationEventPublisher events) {
    this.advices = advices;
    this.check = check;
    this.receiving = receiving;
    this.units = units;
    this.locations = locations;
    this.tasks = tasks;
    this.stations = stations;
    this.deviations = deviations;
    this.floor = floor;
    this.owner = policies.getIfAvailable(() -> Policies.DEFAULTS).owner();
    this.clock = clock;
    this.events = events;
  }

  @Override
  public AnnounceOutcome announce(AdviceDraft draft, Actor by) {
    Optional<AdviceId> before =
        draft
            .number()
            .filter(n -> n.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}"))
            .map(AdviceId::new)
            .filter(id -> advices.find(id).isPresent());
    if (before.isPresent()) {
      return new AnnounceOutcome.AlreadyAnnounced(before.get());
    }
    List<FieldProblem> problems = check.problems(draft);
    if (!problems.isEmpty()) {
      return new AnnounceOutcome.Refused(problems);
    }
    AdviceId id = draft.number().map(AdviceId::new).orElseGet(advices::nextNumber);
    PartyId goodsOf = draft.owner().map(PartyId::new).orElse(owner);
    if (!advices.insert(id, new PartyId(draft.supplier()), goodsOf, clock.instant())) {
      return new AnnounceOutcome.AlreadyAnnounced(id);
    }
    int no = 0;
    for (AdviceDraft.Pallet pallet : draft.pallets()) {
      no++;
      Sscc sscc = pallet.sscc().orElseGet(units::nextSscc);
      Epc tag =
          pallet.tag().orElseGet(() -> Epc.sscc96(sscc, Units.COMPANY_PREFIX.length(), UNIT_LOAD));
      units.announce(sscc, UnitType.PALLET, Optional.of(tag));
      Lot lot = new Lot(pallet.lot().orElse(""), pallet.expiry());
      advices.insertPallet(id, no, sscc, new ItemId(pallet.item()), lot, pallet.quantity());
    }
    events.publishEvent(new AdviceAnnounced(id, no, clock.instant()));
    return new AnnounceOutcome.Announced(id);
  }

  @Override
  public ArriveOutcome arrive(AdviceId id, LocationId dock) {
    floor.take();
    Optional<Advice> found = advices.lock(id);
    if (found.isEmpty()) {
      return new ArriveOutcome.NoSuchAdvice(id);
    }
    Advice advice = found.get();
    if (locations.find(dock).filter(place -> place.type() == LocationType.DOCK).isEmpty()) {
      return new ArriveOutcome.NotADock(dock);
    }
    if (advice.state() == AdviceState.CLOSED) {
      return new ArriveOutcome.Closed(id);
    }
    if (advice.state() != AdviceState.ANNOUNCED) {
      return new ArriveOutcome.AlreadyHere(id, advice.dock().orElseThrow());
    }
    Optional<AdviceId> other = advices.at(dock);
    if (other.isPresent()) {
      return new ArriveOutcome.DockBusy(dock, other.get());
    }
    advices.arrived(id, dock, clock.instant());
    stations
        .at(dock, TaskKind.UNLOAD)
        .ifPresent(s -> tasks.open(TaskKind.UNLOAD, s.id(), id.value(), PRIORITY));
    events.publishEvent(new TruckArrived(id, dock, clock.instant()));
    return new ArriveOutcome.Arrived(id, dock);
  }

  @Override
  public ReceiptOutcome startUnloading(AdviceId id, Actor by) {
    floor.take();
    Optional<Advice> found = advices.lock(id);
    if (found.isEmpty()) {
      return new ReceiptOutcome.NoSuchAdvice(id);
    }
    Advice advice = found.get();
    if (!hereNow(advice)) {
      return new ReceiptOutcome.WrongState(id, advice.state());
    }
    Optional<Task> task = tasks.latest(TaskKind.UNLOAD, id.value());
    if (task.isPresent()
        && tasks.start(task.get().id(), by) instanceof Completion.InOtherHands other) {
      return new ReceiptOutcome.InOtherHands(other.task(), other.by(), other.until());
    }
    if (advice.state() == AdviceState.ARRIVED) {
      advices.unloading(id, clock.instant());
    }
    events.publishEvent(new UnloadingStarted(id, advice.dock().orElseThrow(), clock.instant()));
    return new ReceiptOutcome.Done(id, List.of());
  }

  @Override
  public ReceiptOutcome receiveByScan(AdviceId id, Sscc unit, Actor by) {
    floor.take();
    Optional<Advice> found = advices.lock(id);
    if (found.isEmpty()) {
      return new ReceiptOutcome.NoSuchAdvice(id);
    }
    Advice advice = found.get();
    if (!hereNow(advice)) {
      return new ReceiptOutcome.WrongState(id, advice.state());
    }
    LocationId dock = advice.dock().orElseThrow();
    Evidence evidence = Evidence.scan(unit.digits());
    return switch (receiving.receive(unit, dock, evidence, clock.instant(), by)) {
      case Receiving.Result.Received r -> new ReceiptOutcome.Done(id, List.of());
      case Receiving.Result.Before r ->
          new ReceiptOutcome.NotReceived(unit, DeviationKind.ALREADY_RECEIVED);
      case Receiving.Result.Refused refused -> new ReceiptOutcome.NotReceived(unit, refused.why());
    };
  }

  @Override
  public ReceiptOutcome reportDamage(AdviceId id, Sscc unit, Actor by, String note) {
    floor.take();
    Optional<Advice> found = advices.lock(id);
    if (found.isEmpty()) {
      return new ReceiptOutcome.NoSuchAdvice(id);
    }
    Advice advice = found.get();
    Optional<Advice.Pallet> pallet =
        advice.pallets().stream().filter(p -> p.sscc().equals(unit)).findFirst();
    if (pallet.isEmpty()) {
      return new ReceiptOutcome.NotReceived(unit, DeviationKind.NOT_ADVISED);
    }
    if (pallet.get().state() == PalletState.DAMAGED) {
      return new ReceiptOutcome.Done(id, advice.differences());
    }
    if (pallet.get().state() != PalletState.RECEIVED) {
      return new ReceiptOutcome.WrongState(id, advice.state());
    }
    Occasion occasion =
        new Occasion(Reason.of("damage"), Evidence.manual(note), clock.instant(), by, id.value());
    if (!receiving.damage(advice, pallet.get(), occasion)) {
      return new ReceiptOutcome.Reserved(unit);
    }
    return new ReceiptOutcome.Done(id, advices.find(id).orElseThrow().differences());
  }

  @Override
  public ReceiptOutcome closeReceipt(AdviceId id, Actor by, String note) {
    floor.take();
    Optional<Advice> found = advices.lock(id);
    if (found.isEmpty()) {
      return new ReceiptOutcome.NoSuchAdvice(id);
    }
    Advice advice = found.get();
    if (advice.state() == AdviceState.CLOSED) {
      return new ReceiptOutcome.AlreadyDone(
          id, advice.closedBy().orElse("?"), advice.closedAt().orElseThrow());
    }
    if (advice.state() == AdviceState.ANNOUNCED) {
      return new ReceiptOutcome.WrongState(id, advice.state());
    }
    Optional<Task> task = tasks.latest(TaskKind.UNLOAD, id.value());
    if (task.isPresent()
        && tasks.complete(task.get().id(), by) instanceof Completion.InOtherHands other) {
      return new ReceiptOutcome.InOtherHands(other.task(), other.by(), other.until());
    }
    Instant now = clock.instant();
    advices.closed(id, now, by.name(), note);
    Advice closed = advices.find(id).orElseThrow();
    int missing = 0;
    for (Advice.Pallet pallet : closed.pallets()) {
      if (pallet.state() == PalletState.MISSING) {
        missing++;
        units.become(pallet.sscc(), UnitState.VOID);
      }
    }
    if (missing > 0) {
      deviations.open(
          DeviationKind.RECEIPT_DIFFERENCE,
          id.value(),
          advice.dock(),
          Map.of("missing", Integer.toString(missing), "note", note));
    }
    events.publishEvent(new ReceiptClosed(id, advice.dock().orElseThrow(), missing, now));
    return new ReceiptOutcome.Done(id, closed.differences());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Advice> find(AdviceId advice) {
    return advices.find(advice);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<AdviceId> adviceOf(Sscc unit) {
    return advices.adviceOf(unit);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<AdviceId> at(LocationId dock) {
    return advices.at(dock);
  }

  @Override
  @Transactional(readOnly = true)
  public List<AdviceId> announced() {
    return advices.announced();
  }

  @Override
  @Transactional(readOnly = true)
  public Page<AdviceRow> list(ListQuery query) {
    return advices.list(query);
  }

  private static boolean hereNow(Advice advice) {
    return advice.state() == AdviceState.ARRIVED || advice.state() == AdviceState.UNLOADING;
  }
}
