package dev.aisle.hmi.api.order;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Problem.FieldProblem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.order.OrderView.Holder;
import dev.aisle.hmi.api.order.OrderView.LineShortage;
import dev.aisle.hmi.api.order.OrderView.OrderLineView;
import dev.aisle.hmi.api.order.OrderView.OrderMilestone;
import dev.aisle.hmi.api.order.OrderView.OrderParcel;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.OrderOutcome;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.order.Shortage;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.OrderId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders as screens see and change them. */
@Component
class OrderScreens {

  private final Orders orders;
  private final Items items;
  private final Parties parties;
  private final OrderParcels parcels;

  OrderScreens(Orders orders, Items items, Parties parties, OrderParcels parcels) {
    this.orders = orders;
    this.items = items;
    this.parties = parties;
    this.parcels = parcels;
  }

  Page<OrderRow> list(OrderFilter filter, ListQuery query) {
    var wanted = WmsLists.query(query, "enteredAt");
    if (filter.milestone() != null) {
      wanted = WmsLists.where(wanted, "milestone", filter.milestone().name());
    }
    if (filter.status() != null) {
      wanted = WmsLists.where(wanted, "status", filter.status().name());
    }
    wanted = WmsLists.where(wanted, "customer", filter.customer());
    return WmsLists.page(orders.list(wanted), OrderScreens::row);
  }

  OrderView get(String id) {
    return view(require(id(id)));
  }

  OrderView enter(NewOrder order, String by) {
    OrderDraft draft =
        new OrderDraft(
            order.customer(),
            Optional.ofNullable(order.requestedFor()),
            Optional.ofNullable(order.externalRef()).filter(ref -> !ref.isBlank()),
            order.lines().stream()
                .map(line -> new OrderDraft.Line(line.item(), line.quantity()))
                .toList());
    return switch (orders.enter(draft, new Actor(by))) {
      case EntryOutcome.Entered entered -> view(require(entered.order()));
      case EntryOutcome.AlreadyEntered already -> view(require(already.order()));
      case EntryOutcome.Refused refused ->
          throw new Refusal(
              Problem.invalid(
                  refused.problems().stream()
                      .map(one -> new FieldProblem(one.field(), one.code(), one.message()))
                      .toList()));
    };
  }

  OrderView confirm(String id, String by) {
    return after(orders.confirm(id(id), new Actor(by)));
  }

  OrderView cancel(String id, String by) {
    return after(orders.cancel(id(id), new Actor(by)));
  }

  OrderView advance(String id, MilestoneName milestone, String by) {
    Milestone wanted = Milestone.valueOf(milestone.name());
    if (!wanted.reportedByPeople()) {
      throw Refusal.invalid(
          "milestone",
          "follows-from-work",
          "This milestone follows from work in the warehouse and is not reported.");
    }
    return after(orders.advance(id(id), wanted, new Actor(by)));
  }

  private OrderView after(OrderOutcome outcome) {
    return switch (outcome) {
      case OrderOutcome.Done done -> view(require(done.order()));
      case OrderOutcome.NothingToDo nothing -> view(require(nothing.order()));
      case OrderOutcome.WrongMilestone wrong ->
          throw Refusal.conflict(
              "wrong-milestone",
              "The order is at %s and cannot go to %s.".formatted(wrong.now(), wrong.wanted()),
              Map.of("now", Words.camel(wrong.now()), "wanted", Words.camel(wrong.wanted())));
      case OrderOutcome.PickingBegan began ->
          throw Refusal.conflict(
              "picking-began",
              "Goods of order %s are picked already.".formatted(began.order()),
              Map.of("order", began.order().value()));
      case OrderOutcome.Cancelled cancelled ->
          throw Refusal.conflict(
              "order-cancelled",
              "Order %s is cancelled.".formatted(cancelled.order()),
              Map.of("order", cancelled.order().value()));
      case OrderOutcome.NoSuchOrder none -> throw Refusal.notFound("order", none.order().value());
    };
  }

  private static OrderId id(String typed) {
    return WmsLists.id("order", typed, OrderId::new);
  }

  private Order require(OrderId id) {
    return orders.find(id).orElseThrow(() -> Refusal.notFound("order", id.value()));
  }

  private static OrderRow row(dev.aisle.wms.order.OrderRow row) {
    return new OrderRow(
        row.id().value(),
        row.customer().value(),
        row.customerName(),
        row.lines(),
        row.units(),
        MilestoneName.valueOf(row.milestone().name()),
        OrderStatus.valueOf(row.status().name()),
        row.enteredAt(),
        row.requestedFor().orElse(null),
        row.externalRef().orElse(null));
  }

  private OrderView view(Order order) {
    return new OrderView(
        order.id().value(),
        order.customer().value(),
        parties.find(order.customer()).map(Party::name).orElse(order.customer().value()),
        order.lines().size(),
        order.units(),
        MilestoneName.valueOf(order.milestone().name()),
        OrderStatus.valueOf(order.status().name()),
        order.enteredAt(),
        order.requestedFor().orElse(null),
        order.externalRef().orElse(null),
        milestones(order),
        order.lines().stream().map(this::line).toList(),
        parcels.of(order.id()));
  }

  private static List<OrderMilestone> milestones(Order order) {
    return Arrays.stream(MilestoneName.values())
        .map(
            name ->
                order.reached().stream()
                    .filter(reached -> reached.milestone().name().equals(name.name()))
                    .findFirst()
                    .map(reached -> new OrderMilestone(name, reached.at(), reached.by()))
                    .orElseGet(() -> new OrderMilestone(name, null, null)))
        .toList();
  }

  private OrderLineView line(Order.Line line) {
    return new OrderLineView(
        line.no(),
        line.item().value(),
        name(line.item()),
        line.ordered(),
        line.allocated(),
        line.picked(),
        line.shipped(),
        WmsLists.orNull(line.shortage(), OrderScreens::shortage));
  }

  private String name(ItemId item) {
    return items.find(item).map(Item::name).orElse(item.value());
  }

  private static LineShortage shortage(Shortage shortage) {
    return new LineShortage(
        shortage.free(),
        shortage.wanted(),
        shortage.heldBy().stream()
            .map(holder -> new Holder(holder.ref(), holder.quantity()))
            .toList());
  }

  /** What an order was packed into. */
  @FunctionalInterface
  interface OrderParcels {
    List<OrderParcel> of(OrderId order);
  }
}
