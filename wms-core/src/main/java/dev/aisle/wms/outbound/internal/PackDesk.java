package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.inventory.Balance;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.PackWork;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.UnitPacked;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.Completion;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a packer does. Runs in the caller's transaction. */
@Component
class PackDesk {
  /** GS1 Tag Data Standard: filter value 2 marks a full case or parcel. */
  private static final int PARCEL = 2;

  private final PickTable picks;
  private final StationPlan plan;
  private final Orders orders;
  private final Allocations allocations;
  private final Ledger ledger;
  private final Units units;
  private final Items items;
  private final Parties parties;
  private final Tasks tasks;
  private final Stations stations;
  private final FloorLock floor;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  PackDesk(
      PickTable picks,
      StationPlan plan,
      Orders orders,
      Allocations allocations,
      Ledger ledger,
      Units units,
      Items items,
      Parties parties,
      Tasks tasks,
      Stations stations,
      FloorLock floor,
      Clock clock,
      ApplicationEventPublisher events) {
    this.picks = picks;
    this.plan = plan;
    this.orders = orders;
    this.allocations = allocations;
    this.ledger = ledger;
    this.units = units;
    this.items = items;
    this.parties = parties;
    this.tasks = tasks;
    this.stations = stations;
    this.floor = floor;
    this.clock = clock;
    this.events = events;
  }

  PackOutcome pack(TaskId id, Actor by) {
    floor.take();
    return switch (tasks.check(id, by)) {
      case Completion.AlreadyDone done ->
          new PackOutcome.AlreadyDone(done.task(), done.by(), done.at());
      case Completion.InOtherHands other ->
          new PackOutcome.InOtherHands(other.task(), other.by(), other.until());
      case Completion.HeldBack held -> new PackOutcome.Withdrawn(held.task());
      case Completion.Withdrawn gone -> new PackOutcome.Withdrawn(gone.task());
      case Completion.Done(Task task) when task.kind() != TaskKind.PACK ->
          new PackOutcome.Withdrawn(id);
      case Completion.Done(Task task) -> close(task, by);
    };
  }

  private PackOutcome close(Task task, Actor by) {
    OrderId orderId = new OrderId(task.subject());
    Parcel parcel = picks.parcel(orderId).orElseThrow();
    LocationId putTo = putTo(parcel);
    if (!ledger.hasRoom(putTo)) {
      return new PackOutcome.PackOutOccupied(putTo);
    }
    Instant now = clock.instant();
    Order order = orders.find(orderId).orElseThrow();
    Sscc sscc = parcel.sscc();
    Epc tag = Epc.sscc96(sscc, Units.COMPANY_PREFIX.length(), PARCEL);
    units.bindTag(sscc, tag);
    units.become(sscc, UnitState.CLOSED);
    ledger.place(
        sscc,
        putTo,
        new Occasion(Reason.of("pack"), Evidence.manual(task.station()), now, by, orderId.value()));
    PackWork work = work(task);
    String zpl =
        ZplLabel.of(
            sscc,
            tag,
            orderId,
            parties.require(order.customer()),
            work.lines().size(),
            work.weightG());
    picks.addLabel(new Label(sscc, orderId, tag, zpl, now));
    picks.state(orderId, Parcel.State.PACKED);
    allocations.packed(orderId, by);
    tasks.complete(task.id(), by);
    events.publishEvent(new UnitPacked(sscc, tag, putTo, orderId, now));
    plan.run();
    return new PackOutcome.Packed(picks.parcel(orderId).orElseThrow(), putTo);
  }

  PackWork work(Task task) {
    OrderId order = new OrderId(task.subject());
    Parcel parcel = picks.parcel(order).orElseThrow();
    List<Balance> content = ledger.balances(BalanceQuery.in(parcel.sscc()));
    long weightG =
        content.stream().mapToLong(b -> b.onHand() * items.require(b.key().item()).weightG()).sum();
    return new PackWork(
        task.id(),
        order,
        parcel.sscc(),
        putTo(parcel),
        content.stream().map(b -> new PackWork.Line(b.key().item(), b.onHand())).toList(),
        weightG);
  }

  private LocationId putTo(Parcel parcel) {
    Optional<Station> station = stations.find(parcel.station());
    return station
        .flatMap(Station::packsTo)
        .orElseThrow(() -> new IllegalStateException(parcel.station() + " packs to nowhere"));
  }
}
