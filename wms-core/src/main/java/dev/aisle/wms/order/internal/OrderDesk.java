package dev.aisle.wms.order.internal;

import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderAllocated;
import dev.aisle.wms.order.OrderCancelled;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.OrderOutcome;
import dev.aisle.wms.order.OrderRow;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Policies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders in and moves them through their milestones. */
@Service
@Transactional
class OrderDesk implements Orders {
  private final OrderTable orders;
  private final OrderCheck check;
  private final StockAllocation allocation;
  private final FloorLock floor;
  private final PartyId owner;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  OrderDesk(
      OrderTable orders,
      OrderCheck check,
      StockAllocation allocation,
      FloorLock floor,
      ObjectProvider<Policies> policies,
      Clock clock,
      ApplicationEventPublisher events) {
    this.orders = orders;
    this.check = check;
    this.allocation = allocation;
    this.floor = floor;
    this.owner = policies.getIfAvailable(() -> Policies.DEFAULTS).owner();
    this.clock = clock;
    this.events = events;
  }

  /** The same order once more, or another one under a number that is taken. */
  private EntryOutcome knownReference(OrderId id, OrderDraft draft) {
    List<OrderDraft.Line> known =
        find(id).orElseThrow().lines().stream()
            .map(line -> new OrderDraft.Line(line.item().value(), line.ordered()))
            .toList();
    return known.equals(draft.lines())
        ? new EntryOutcome.AlreadyEntered(id)
        : new EntryOutcome.Refused(
            List.of(
                new FieldProblem(
                    "externalRef",
                    "reference-taken",
                    "order %s has this number and other lines".formatted(id.value()))));
  }

  @Override
  public EntryOutcome enter(OrderDraft draft, Actor by) {
    Optional<OrderId> before = enteredBefore(draft);
    if (before.isPresent()) {
      return knownReference(before.get(), draft);
    }
    List<FieldProblem> problems = check.problems(draft, LocalDate.now(clock));
    if (!problems.isEmpty()) {
      return new EntryOutcome.Refused(problems);
    }
    PartyId customer = new PartyId(draft.customer());
    OrderId id = orders.nextNumber();
    if (orders.insert(id, customer, owner, draft.externalRef(), draft.requestedFor()).isEmpty()) {
      return knownReference(enteredBefore(draft).orElseThrow(), draft);
    }
    int no = 0;
    for (OrderDraft.Line line : draft.lines()) {
      no++;
      orders.insertLine(id, no, new ItemId(line.item()), line.quantity());
    }
    orders.reach(id, Milestone.APPLIED, by);
    orders.reach(id, Milestone.ENTERED, by);
    return new EntryOutcome.Entered(id);
  }

  private Optional<OrderId> enteredBefore(OrderDraft draft) {
    if (draft.externalRef().isEmpty() || !draft.customer().matches("[A-Za-z0-9][\\w./-]*")) {
      return Optional.empty();
    }
    return orders.byExternalRef(new PartyId(draft.customer()), draft.externalRef().get());
  }

  @Override
  public OrderOutcome confirm(OrderId id, Actor by) {
    floor.take();
    Optional<Order> found = orders.lock(id);
    if (found.isEmpty()) {
      return new OrderOutcome.NoSuchOrder(id);
    }
    Order order = found.get();
    if (order.status() == OrderStatus.CANCELLED) {
      return new OrderOutcome.Cancelled(id);
    }
    if (order.milestone() != Milestone.ENTERED) {
      return new OrderOutcome.NothingToDo(id);
    }
    orders.reach(id, Milestone.CONFIRMED, by);
    allocation.refill(id, Set.of());
    return new OrderOutcome.Done(id);
  }

  @Override
  public OrderOutcome cancel(OrderId id, Actor by) {
    floor.take();
    Optional<Order> found = orders.lock(id);
    if (found.isEmpty()) {
      return new OrderOutcome.NoSuchOrder(id);
    }
    Order order = found.get();
    if (order.status() == OrderStatus.CANCELLED) {
      return new OrderOutcome.NothingToDo(id);
    }
    if (order.milestone().compareTo(Milestone.CONFIRMED) > 0 || orders.pickingBegan(id)) {
      return new OrderOutcome.PickingBegan(id);
    }
    allocation.releaseAll(id);
    order.lines().forEach(line -> orders.shortage(id, line.no(), null));
    orders.status(id, OrderStatus.CANCELLED);
    events.publishEvent(new OrderCancelled(id, clock.instant()));
    return new OrderOutcome.Done(id);
  }

  @Override
  public OrderOutcome closeShort(OrderId id, Actor by) {
    floor.take();
    Optional<Order> found = orders.lock(id);
    if (found.isEmpty()) {
      return new OrderOutcome.NoSuchOrder(id);
    }
    Order order = found.get();
    if (order.status() == OrderStatus.CANCELLED) {
      return new OrderOutcome.Cancelled(id);
    }
    if (order.status() != OrderStatus.BACK_ORDERED) {
      return new OrderOutcome.NothingToDo(id);
    }
    if (!orders.pickingBegan(id)) {
      allocation.takeWhatThereIs(id);
      order = orders.find(id).orElseThrow();
      if (order.lines().stream().allMatch(l -> l.allocated() + l.picked() == 0)) {
        return cancel(id, by);
      }
    }
    for (Order.Line line : order.lines()) {
      if (line.open() > 0) {
        orders.closeShort(id, line.no(), line.open());
      }
    }
    orders.status(id, OrderStatus.OPEN);
    events.publishEvent(new OrderAllocated(id, clock.instant()));
    return new OrderOutcome.Done(id);
  }

  @Override
  public OrderOutcome advance(OrderId id, Milestone to, Actor by) {
    Optional<Order> found = orders.lock(id);
    if (found.isEmpty()) {
      return new OrderOutcome.NoSuchOrder(id);
    }
    Order order = found.get();
    if (order.status() == OrderStatus.CANCELLED) {
      return new OrderOutcome.Cancelled(id);
    }
    if (order.milestone() == to) {
      return new OrderOutcome.NothingToDo(id);
    }
    if (!to.reportedByPeople() || !order.milestone().next().equals(Optional.of(to))) {
      return new OrderOutcome.WrongMilestone(id, order.milestone(), to);
    }
    orders.reach(id, to, by);
    return new OrderOutcome.Done(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Order> find(OrderId order) {
    return orders.find(order);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<OrderRow> list(ListQuery query) {
    return orders.list(query);
  }

  @Override
  @Transactional(readOnly = true)
  public int openOrders() {
    return orders.open();
  }
}
