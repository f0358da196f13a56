package dev.aisle.wms.order.internal;

import dev.aisle.wms.inventory.Balance;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Reservation;
import dev.aisle.wms.inventory.ReservationId;
import dev.aisle.wms.inventory.ReservationOutcome;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.inventory.UnitStep;
import dev.aisle.wms.order.Allocation;
import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderAllocated;
import dev.aisle.wms.order.OrderBackOrdered;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.order.Shortage;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives stock to orders, first expiry first, then first received. An order holds stock only when
 * all it still needs is there, so that two half-filled orders never wait for each other.
 */
@Service
@Transactional
class StockAllocation implements Allocations {
  private final OrderTable orders;
  private final Ledger ledger;
  private final Units units;
  private final Deviations deviations;
  private final FloorLock floor;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  StockAllocation(
      OrderTable orders,
      Ledger ledger,
      Units units,
      Deviations deviations,
      FloorLock floor,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.orders = orders;
    this.ledger = ledger;
    this.units = units;
    this.deviations = deviations;
    this.floor = floor;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** So much of one balance for one line. */
  private record Share(int line, Balance from, long quantity) {}

  @Override
  @Transactional(readOnly = true)
  public List<OrderId> readyToPick() {
    return orders.waiting(OrderStatus.OPEN);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Allocation> of(OrderId order) {
    return jdbc.sql(
            "select * from allocation where order_id = :o and state = 'RESERVED' order by id")
        .param("o", order.value())
        .query(StockAllocation::allocation)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Allocation> find(long allocation) {
    return jdbc.sql("select * from allocation where id = :id and state = 'RESERVED'")
        .param("id", allocation)
        .query(StockAllocation::allocation)
        .optional();
  }

  @Override
  public void picked(long id, Quantity taken) {
    Allocation allocation = find(id).orElseThrow();
    jdbc.sql(
            """
            update allocation set state = case when :taken > 0 then 'PICKED' else 'RELEASED' end,
              quantity = case when :taken > 0 then :taken else quantity end
            where id = :id
            """)
        .param("taken", taken.units())
        .param("id", id)
        .update();
    ledger.release(allocation.reservation());
    orders.addPicked(allocation.order(), allocation.line(), taken.units());
    if (!taken.none()) {
      orders.beginPicking(allocation.order());
    }
  }

  @Override
  public boolean refill(OrderId id, Set<Sscc> notFrom) {
    floor.take();
    Order order = orders.lock(id).orElseThrow();
    if (order.milestone() != Milestone.CONFIRMED || order.status() == OrderStatus.CANCELLED) {
      return false;
    }
    List<Share> plan = new ArrayList<>();
    boolean complete = true;
    for (Order.Line line : order.lines()) {
      if (line.open() > 0) {
        List<Share> shares = shares(order, line, notFrom);
        long found = shares.stream().mapToLong(Share::quantity).sum();
        complete &= found == line.open();
        orders.shortage(id, line.no(), found == line.open() ? null : shortage(order, line, found));
        plan.addAll(shares);
      }
    }
    if (!complete) {
      if (order.status() != OrderStatus.BACK_ORDERED) {
        orders.status(id, OrderStatus.BACK_ORDERED);
        events.publishEvent(new OrderBackOrdered(id, clock.instant()));
      }
      return false;
    }
    reserve(id, plan);
    orders.status(id, OrderStatus.OPEN);
    events.publishEvent(new OrderAllocated(id, clock.instant()));
    return true;
  }

  /** Holds what can be had although it is not all; the caller gives the rest up. */
  void takeWhatThereIs(OrderId id) {
    Order order = orders.lock(id).orElseThrow();
    List<Share> plan = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      plan.addAll(shares(order, line, Set.of()));
    }
    reserve(id, plan);
  }

  void releaseAll(OrderId id) {
    for (Allocation allocation : of(id)) {
      ledger.release(allocation.reservation());
      jdbc.sql("update allocation set state = 'RELEASED' where id = :id")
          .param("id", allocation.id())
          .update();
    }
  }

  @Override
  public void packed(OrderId id, Actor by) {
    if (orders.lock(id).orElseThrow().milestone() == Milestone.CONFIRMED) {
      orders.reach(id, Milestone.PICKED, by);
    }
  }

  @Override
  public void shipped(OrderId id, Actor by) {
    if (orders.lock(id).orElseThrow().milestone() == Milestone.PICKED) {
      orders.allPickedIsShipped(id);
      orders.reach(id, Milestone.SHIPPED, by);
    }
  }

  @Override
  public int retryBackOrders() {
    floor.take();
    int filled = 0;
    for (OrderId order : orders.waiting(OrderStatus.BACK_ORDERED)) {
      if (refill(order, Set.of())) {
        filled++;
      }
    }
    return filled;
  }

  private List<Share> shares(Order order, Order.Line line, Set<Sscc> notFrom) {
    List<Share> shares = new ArrayList<>();
    long need = line.open();
    for (Balance balance : firstExpiryFirst(order, line.item(), notFrom)) {
      if (need <= 0) {
        break;
      }
      long take = Math.min(need, balance.free());
      shares.add(new Share(line.no(), balance, take));
      need -= take;
    }
    return shares;
  }

  private List<Balance> firstExpiryFirst(Order order, ItemId item, Set<Sscc> notFrom) {
    record Candidate(Balance balance, Sscc unit, LocalDate expiry, Instant received) {}
    return ledger.balances(BalanceQuery.of(item).allocatable()).stream()
        .filter(balance -> balance.key().owner().equals(order.owner()))
        .filter(balance -> balance.place().isPresent())
        .flatMap(
            balance ->
                balance
                    .unit()
                    .filter(unit -> !notFrom.contains(unit) && mayBePickedFrom(unit))
                    .map(
                        unit ->
                            new Candidate(
                                balance,
                                unit,
                                balance.key().lot().expiry().orElse(LocalDate.MAX),
                                received(unit)))
                    .stream())
        .sorted(
            Comparator.comparing(Candidate::expiry)
                .thenComparing(Candidate::received)
                .thenComparing(Candidate::unit))
        .map(Candidate::balance)
        .toList();
  }

  /** Only pallets in stock, and none whose content a person has to count first. */
  private boolean mayBePickedFrom(Sscc sscc) {
    HandlingUnit unit = units.require(sscc);
    return unit.type() == UnitType.PALLET
        && unit.state() == UnitState.OPEN
        && deviations.about(sscc.digits()).stream()
            .filter(Deviation::open)
            .noneMatch(d -> d.kind() == DeviationKind.COUNT_NEEDED);
  }

  private Instant received(Sscc unit) {
    List<UnitStep> steps = ledger.steps(unit);
    return steps.isEmpty() ? Instant.MAX : steps.getFirst().occasion().at();
  }

  private Shortage shortage(Order order, Order.Line line, long found) {
    List<Shortage.Holder> holders = new ArrayList<>();
    for (Balance balance : ledger.balances(BalanceQuery.of(line.item()))) {
      if (balance.reserved() > 0 && balance.key().owner().equals(order.owner())) {
        for (Reservation held : ledger.reservationsOn(balance.unit().orElseThrow())) {
          if (held.key().equals(balance.key())) {
            holders.add(new Shortage.Holder(held.demandRef(), held.quantity().units()));
          }
        }
      }
    }
    return new Shortage(line.open(), found, holders);
  }

  private void reserve(OrderId id, List<Share> plan) {
    List<Share> sorted =
        plan.stream().sorted(Comparator.comparing(share -> share.from().account())).toList();
    for (Share share : sorted) {
      Sscc unit = share.from().unit().orElseThrow();
      StockKey key = share.from().key();
      ReservationOutcome outcome =
          ledger.reserve(id.value() + "/" + share.line(), unit, key, Quantity.of(share.quantity()));
      if (!(outcome instanceof ReservationOutcome.Reserved(Reservation reservation))) {
        throw new IllegalStateException("free stock was not free: " + outcome);
      }
      jdbc.sql(
              """
              insert into allocation (order_id, line_no, unit, item, lot_code, lot_expiry, owner,
                quantity, reservation, state, made_at)
              values (:order, :line, :unit, :item, :lot, :expiry, :owner, :quantity, :reservation,
                'RESERVED', :now)
              """)
          .param("order", id.value())
          .param("line", share.line())
          .param("unit", unit.digits())
          .param("item", key.item().value())
          .param("lot", key.lot().code())
          .param("expiry", key.lot().expiry().orElse(null))
          .param("owner", key.owner().value())
          .param("quantity", share.quantity())
          .param("reservation", reservation.id().number())
          .param("now", orders.now())
          .update();
    }
  }

  private static Allocation allocation(ResultSet rs, int n) throws SQLException {
    return new Allocation(
        rs.getLong("id"),
        new OrderId(rs.getString("order_id")),
        rs.getInt("line_no"),
        new Sscc(rs.getString("unit")),
        new StockKey(
            new ItemId(rs.getString("item")),
            new Lot(
                rs.getString("lot_code"),
                Optional.ofNullable(rs.getObject("lot_expiry", LocalDate.class))),
            new PartyId(rs.getString("owner")),
            StockStatus.AVAILABLE),
        Quantity.of(rs.getLong("quantity")),
        new ReservationId(rs.getLong("reservation")));
  }
}
