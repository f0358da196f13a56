package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.Allocation;
import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a picker does. Runs in the caller's transaction. */
@Component
class PickDesk {
  private static final String DAMAGED = "damaged";

  private final PickTable picks;
  private final PositionTable positions;
  private final StationPlan plan;
  private final Allocations allocations;
  private final Ledger ledger;
  private final Units units;
  private final Items items;
  private final Tasks tasks;
  private final Deviations deviations;
  private final FloorLock floor;
  private final Clock clock;

  PickDesk(
      PickTable picks,
      PositionTable positions,
      StationPlan plan,
      Allocations allocations,
      Ledger ledger,
      Units units,
      Items items,
      Tasks tasks,
      Deviations deviations,
      FloorLock floor,
      Clock clock) {
    this.picks = picks;
    this.positions = positions;
    this.plan = plan;
    this.allocations = allocations;
    this.ledger = ledger;
    this.units = units;
    this.items = items;
    this.tasks = tasks;
    this.deviations = deviations;
    this.floor = floor;
    this.clock = clock;
  }

  /** Everything that has to be right before goods are taken. */
  private sealed interface Ready {
    record Yes(Pick pick, Allocation allocation, UnitAtPosition here) implements Ready {}

    record No(PickOutcome why) implements Ready {}
  }

  PickOutcome confirm(TaskId task, Actor by, Quantity quantity, Optional<String> code) {
    floor.take();
    return switch (ready(task, by, code)) {
      case Ready.No(PickOutcome why) -> why;
      case Ready.Yes(Pick pick, Allocation allocation, UnitAtPosition here)
          when !quantity.equals(pick.quantity()) ->
          new PickOutcome.QuantityDiffers(pick.quantity(), quantity);
      case Ready.Yes(Pick pick, Allocation allocation, UnitAtPosition here) -> {
        take(pick, allocation, quantity, by, code);
        picks.ended(pick.id(), Pick.State.DONE, quantity, by.name());
        tasks.complete(task, by);
        plan.run();
        yield new PickOutcome.Picked(pick.id(), quantity);
      }
    };
  }

  PickOutcome pickShort(TaskId task, Actor by, Quantity picked, String reason) {
    floor.take();
    return switch (ready(task, by, Optional.empty())) {
      case Ready.No(PickOutcome why) -> why;
      case Ready.Yes(Pick pick, Allocation allocation, UnitAtPosition here)
          when picked.compareTo(pick.quantity()) >= 0 ->
          new PickOutcome.QuantityDiffers(pick.quantity(), picked);
      case Ready.Yes(Pick pick, Allocation allocation, UnitAtPosition here) -> {
        take(pick, allocation, picked, by, Optional.empty());
        Quantity difference = pick.quantity().minus(picked);
        bookDifference(pick, here, difference, by, reason);
        picks.ended(pick.id(), Pick.State.SHORT, picked, by.name());
        tasks.complete(task, by);
        boolean refilled = allocations.refill(pick.order(), Set.of(pick.unit()));
        if (refilled) {
          plan.addPicks(pick.order(), pick.station());
        } else {
          picks.state(pick.order(), Parcel.State.WAITING);
        }
        plan.run();
        yield new PickOutcome.PickedShort(pick.id(), picked, difference, refilled);
      }
    };
  }

  private Ready ready(TaskId id, Actor by, Optional<String> code) {
    Optional<PickOutcome> refused = refused(tasks.check(id, by));
    if (refused.isPresent()) {
      return new Ready.No(refused.get());
    }
    Task task = tasks.find(id).orElseThrow();
    if (task.kind() != TaskKind.PICK) {
      return new Ready.No(new PickOutcome.Withdrawn(id));
    }
    Pick pick = picks.pick(Long.parseLong(task.subject())).orElseThrow();
    Optional<Allocation> allocation = allocations.find(pick.allocation());
    Optional<UnitAtPosition> here =
        positions
            .of(pick.unit())
            .filter(p -> p.state() == UnitAtPosition.State.HERE)
            .filter(p -> p.station().equals(pick.station()));
    if (allocation.isEmpty() || here.isEmpty() || pick.state() != Pick.State.OPEN) {
      return new Ready.No(new PickOutcome.Withdrawn(id));
    }
    LocationId position = here.get().position();
    if (here.get().held()) {
      return new Ready.No(new PickOutcome.Held(position, pick.unit()));
    }
    boolean known = here.get().confirmedBy().isPresent();
    if (code.isPresent()) {
      ScannedCode scanned = ScannedCode.of(code.get());
      if (scanned.is(pick.unit())) {
        if (!known) {
          positions.confirmed(here.get().id(), EvidenceKind.SCAN);
          known = true;
        }
      } else if (!scanned.is(items.require(pick.key().item()).gtin())) {
        String expected =
            known ? items.require(pick.key().item()).gtin().digits() : pick.unit().digits();
        return new Ready.No(new PickOutcome.WrongCode(code.get(), expected));
      }
    }
    return known
        ? new Ready.Yes(pick, allocation.get(), here.get())
        : new Ready.No(new PickOutcome.UnitNotConfirmed(position, pick.unit()));
  }

  private static Optional<PickOutcome> refused(Completion completion) {
    return switch (completion) {
      case Completion.Done done -> Optional.empty();
      case Completion.AlreadyDone done ->
          Optional.of(new PickOutcome.AlreadyDone(done.task(), done.by(), done.at()));
      case Completion.InOtherHands other ->
          Optional.of(new PickOutcome.InOtherHands(other.task(), other.by(), other.until()));
      case Completion.HeldBack held -> Optional.empty();
      case Completion.Withdrawn gone -> Optional.of(new PickOutcome.Withdrawn(gone.task()));
    };
  }

  private void take(
      Pick pick, Allocation allocation, Quantity quantity, Actor by, Optional<String> code) {
    if (!quantity.none()) {
      Sscc parcel = picks.parcel(pick.order()).orElseThrow().sscc();
      Occasion occasion =
          new Occasion(
              Reason.of("pick"),
              code.map(Evidence::scan).orElseGet(() -> Evidence.manual(pick.station())),
              clock.instant(),
              by,
              pick.order().value());
      if (units.require(parcel).place().isEmpty()) {
        ledger.place(parcel, new LocationId(pick.station()), occasion);
      }
      ledger
          .consume(
              allocation.reservation(),
              quantity,
              Account.unit(parcel),
              "pick:" + pick.id(),
              occasion)
          .orThrow();
    }
    allocations.picked(allocation.id(), quantity);
  }

  /** What was promised and is not there leaves the books; the rest of the unit wants counting. */
  private void bookDifference(
      Pick pick, UnitAtPosition here, Quantity difference, Actor by, String reason) {
    boolean damaged = reason.equals(DAMAGED);
    Occasion occasion =
        new Occasion(
            Reason.of("short-pick"),
            Evidence.manual(reason),
            clock.instant(),
            by,
            pick.order().value());
    ledger
        .post(
            new Movement(
                "short-pick:" + pick.id(),
                Account.unit(pick.unit()),
                damaged ? Account.scrap(DAMAGED) : Account.adjustment("short-pick"),
                pick.key(),
                difference,
                occasion))
        .orThrow();
    if (!damaged && !ledger.balances(BalanceQuery.in(pick.unit())).isEmpty()) {
      deviations.open(
          DeviationKind.COUNT_NEEDED,
          pick.unit().digits(),
          Optional.of(here.position()),
          Map.of(
              "item", pick.key().item().value(),
              "difference", difference.toString(),
              "order", pick.order().value()));
    }
  }
}
